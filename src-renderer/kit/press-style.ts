/**
 * React Aria puts a `<style>` into the page for whatever can be pressed, unless an element with this id is already there.
 * The windows' policy allows no inline style, so a mark stands in for it and the rule itself is in `styles/button.css`.
 */
const STYLE_ID = 'react-aria-pressable-style';

if (document.getElementById(STYLE_ID) === null) {
  const mark = document.createElement('meta');
  mark.id = STYLE_ID;
  document.head.append(mark);
}

export {};
