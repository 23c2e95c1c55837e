'use strict';

/* Dresses a chart of PrimeFaces in the page's own colours, which a canvas cannot read by itself. */
function jejakChart() {
  const config = this.cfg.config;
  const token = window.Jejak.token;
  const lines = {color: token('border')};
  const ticks = {color: token('text-2'), precision: 0};
  Chart.defaults.color = token('text');
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.animation = false;
  config.data.datasets.forEach(function (set, index) {
    const colour = token('chart-' + (index % 6 + 1));
    set.backgroundColor = index === 0 ? colour : 'transparent';
    set.borderColor = colour;
    set.borderWidth = 2;
    set.maxBarThickness = 28;
  });
  config.options.scales = {
    x: {beginAtZero: true, grid: lines, ticks: ticks},
    y: {beginAtZero: true, grid: lines, ticks: ticks}
  };
  config.options.plugins = {
    legend: {display: config.data.datasets.length > 1, position: 'bottom'},
    tooltip: {displayColors: false}
  };
}
