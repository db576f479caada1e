// What the page is about, for the title of the window: the words of its first heading.
class Heading {
  text = $state('');
}
export const heading = new Heading();
