(function () {
  "use strict";
  // Without this script the page shows everything; with it, a reader can leave findings out of sight.
  var cards = Array.prototype.slice.call(document.querySelectorAll("article.card"));
  var main = document.getElementById("main");
  var first = document.querySelector(".part");
  if (cards.length < 2 || !first) { return; }
  var groups = [
    ["severity", "Show", [["error", "Errors"], ["warning", "Warnings"], ["info", "Notes"]]],
    ["confidence", "How sure", [["certain", "Certain"], ["likely", "Likely"], ["possible", "Only possible"]]]
  ];
  var form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("aria-label", "Findings shown");
  var boxes = [];
  groups.forEach(function (group) {
    var set = document.createElement("fieldset");
    var legend = document.createElement("legend");
    legend.textContent = group[1];
    set.appendChild(legend);
    group[2].forEach(function (choice) {
      var count = cards.filter(function (card) { return card.dataset[group[0]] === choice[0]; }).length;
      if (!count) { return; }
      var label = document.createElement("label");
      var box = document.createElement("input");
      box.type = "checkbox";
      box.checked = true;
      box.name = group[0];
      box.value = choice[0];
      label.appendChild(box);
      label.appendChild(document.createTextNode(choice[1] + " (" + count + ")"));
      set.appendChild(label);
      boxes.push(box);
    });
    form.appendChild(set);
  });
  var said = document.createElement("p");
  said.setAttribute("role", "status");
  form.appendChild(said);
  function allowed(card, name) {
    return boxes.some(function (box) { return box.name === name && box.value === card.dataset[name] && box.checked; });
  }
  function apply() {
    var visible = 0;
    cards.forEach(function (card) {
      var show = allowed(card, "severity") && allowed(card, "confidence");
      card.hidden = !show;
      visible += show ? 1 : 0;
    });
    said.textContent = visible === cards.length ? "" : "Showing " + visible + " of " + cards.length + " findings.";
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  first.parentNode.insertBefore(form, first);
  // A link to a finding that is out of sight brings it back.
  function reveal() {
    var card = document.getElementById(location.hash.slice(1));
    if (card && card.hidden) {
      boxes.forEach(function (box) { box.checked = true; });
      apply();
      card.scrollIntoView();
    }
    if (card && card.focus) { card.focus({ preventScroll: true }); }
  }
  window.addEventListener("hashchange", reveal);
  // Paper has nothing to open.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });
  main.dataset.filter = "ready";
}());
