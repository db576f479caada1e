// must not compile: conversion from .* requested|no viable conversion
// An id gives its text only to who asks for .value.
#include "base/id.h"

#include <string>

std::string name_of(const ponte::PersonId& person) {
    std::string name = person;
    return name;
}
