"use strict";
// Buttons that copy what stands beside them. Without scripts they stay hidden.
for (const button of document.querySelectorAll("button.copy")) {
  const source = document.getElementById(button.dataset.copies);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    let done = true;
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch (refused) {
      const selection = window.getSelection();
      selection.selectAllChildren(source);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}

// The moment under the pointer, in all pictures over time at once.
const pictures = Array.from(document.querySelectorAll("svg.overtime")).map(svg => {
  const make = (name, style) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("class", style);
    element.setAttribute("visibility", "hidden");
    svg.append(element);
    return element;
  };
  const line = make("line", "pointer");
  const text = make("text", "pointer-name");
  line.setAttribute("y1", 0);
  line.setAttribute("y2", svg.dataset.height - 28);
  text.setAttribute("y", svg.dataset.height - 2);
  return { svg, line, text };
});
const show = at => {
  for (const { svg, line, text } of pictures) {
    const { left, right, start, end } = svg.dataset;
    const part = (at - start) / (end - start);
    const seen = 0.5 >= Math.abs(part - 0.5);
    const x = Number(left) + part * (right - left);
    for (const element of [line, text]) {
      element.setAttribute("visibility", seen ? "visible" : "hidden");
    }
    if (seen) {
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      text.setAttribute("x", x);
      text.textContent = (at / 1e9).toFixed(3) + " s";
    }
  }
};
for (const { svg } of pictures) {
  svg.addEventListener("pointermove", event => {
    const { left, right, start, end } = svg.dataset;
    const box = svg.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    const part = (x - left) / (right - left);
    show(Math.abs(part - 0.5) > 0.5 ? NaN : Number(start) + part * (end - start));
  });
  svg.addEventListener("pointerleave", () => show(NaN));
}
