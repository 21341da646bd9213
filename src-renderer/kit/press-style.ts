/**
 * React Aria adds a `<style>` to the page for whatever can be pressed, unless an element with this id exists. The
 * windows' policy allows no inline style, so an empty element takes its place and the rule itself is in
 * `styles/button.css`.
 */
const STYLE_ID = 'react-aria-pressable-style';

if (document.getElementById(STYLE_ID) === null) {
  const mark = document.createElement('meta');
  mark.id = STYLE_ID;
  document.head.append(mark);
}

export {};
