// The last pass over a PDF (see finish.h).
#include "adapters/pdf/finish.h"

// QPDF 11 asks whether we know that its pointers are std::shared_ptr now.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace ponte::pdf {
namespace {

using Object = QPDFObjectHandle;

// The structure tree in reading order is the order in which the tags were begun.
struct Walk {
    const std::vector<Tags::Tag>& tags;
    std::size_t next = 0;
    bool in_step = true;

    void visit(Object node) {  // NOLINT: a handle is meant to be copied.
        if (node.isArray()) {
            for (int i = 0; i < node.getArrayNItems(); ++i) visit(node.getArrayItem(i));
            return;
        }
        // Marked content and object references have no /S; only elements do.
        if (!node.isDictionary() || !node.hasKey("/S")) return;
        const std::string name = node.getKey("/S").getName();
        if (name != "/Document") {
            if (next >= tags.size() || "/" + tags[next].name != name) {
                in_step = false;
                return;
            }
            const Tags::Tag& tag = tags[next++];
            if (!tag.language.empty()) node.replaceKey("/Lang", Object::newUnicodeString(tag.language));
            if (!tag.alternative.empty()) node.replaceKey("/Alt", Object::newUnicodeString(tag.alternative));
            if (name == "/TH") node.replaceKey("/A", Object::parse("<< /O /Table /Scope /Column >>"));
        }
        if (node.hasKey("/K")) visit(node.getKey("/K"));
    }
};

void attach(QPDF& pdf, const paper::Paper& paper) {
    if (paper.attachments.empty()) return;
    QPDFEmbeddedFileDocumentHelper files(pdf);
    Object associated = Object::newArray();
    for (const paper::Paper::Attachment& one : paper.attachments) {
        const std::string bytes(one.bytes.begin(), one.bytes.end());
        QPDFEFStreamObjectHelper stream = QPDFEFStreamObjectHelper::createEFStream(pdf, bytes);
        stream.setSubtype(one.media_type);
        QPDFFileSpecObjectHelper spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, one.name, stream);
        spec.setDescription(one.name);
        spec.getObjectHandle().replaceKey("/AFRelationship", Object::newName("/Data"));
        files.replaceEmbeddedFile(one.name, spec);
        associated.appendItem(spec.getObjectHandle());
    }
    pdf.getRoot().replaceKey("/AF", associated);
}

}  // namespace

Attempt<Bytes> finish(const Bytes& drawn, const paper::Paper& paper, const std::vector<Tags::Tag>& tags) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("paper", reinterpret_cast<const char*>(drawn.data()), drawn.size());
        Object root = pdf.getRoot();
        root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
        root.replaceKey("/Lang", Object::newUnicodeString(paper.language));
        root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
        Walk walk{tags};
        if (root.hasKey("/StructTreeRoot")) walk.visit(root.getKey("/StructTreeRoot").getKey("/K"));
        if (!walk.in_step || walk.next != tags.size()) {
            return fail("pdf.not_tagged", paper.title, "the structure tree is not what was drawn");
        }
        attach(pdf, paper);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
    } catch (const std::exception& broken) {
        return fail("pdf.not_written", paper.title, broken.what());
    }
}

}  // namespace ponte::pdf
