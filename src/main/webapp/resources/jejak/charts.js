'use strict';

/* Dresses a chart of PrimeFaces in the page's own colours, which a canvas cannot read by itself. */
(function () {
  const LETTERS_A_LINE = 24;
  const HIDDEN_LENGTH = 18;

  function token(name) {
    return window.Jejak.token(name);
  }

  /* A label of several lines, cut between words. */
  function lines(label) {
    return label.split(' ').reduce(function (cut, word) {
      const last = cut[cut.length - 1];
      if (last !== undefined && (last + ' ' + word).length <= LETTERS_A_LINE) {
        cut[cut.length - 1] = last + ' ' + word;
      } else {
        cut.push(word);
      }
      return cut;
    }, []);
  }

  /* Slanted lines: for the second series, and for what is hidden. */
  function hatching(colour) {
    const tile = document.createElement('canvas');
    tile.width = 6;
    tile.height = 6;
    const pen = tile.getContext('2d');
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.moveTo(0, 6);
    pen.lineTo(6, 0);
    pen.stroke();
    return pen.createPattern(tile, 'repeat');
  }

  /* The number at each bar; a hatched stump where the number is hidden. */
  const values = {
    id: 'values',
    afterDatasetsDraw: function (chart) {
      const pen = chart.ctx;
      const lying = chart.options.indexAxis === 'y';
      pen.save();
      pen.font = '600 13px ' + Chart.defaults.font.family;
      pen.textBaseline = lying ? 'middle' : 'bottom';
      pen.textAlign = lying ? 'left' : 'center';
      chart.data.datasets.forEach(function (set, index) {
        chart.getDatasetMeta(index).data.forEach(function (bar, place) {
          const value = set.data[place];
          const thick = lying ? bar.height || 16 : bar.width || 16;
          if (value === null) {
            pen.fillStyle = hatching(token('text-2'));
            if (lying) {
              pen.fillRect(chart.scales.x.left, bar.y - thick / 2, HIDDEN_LENGTH, thick);
            } else {
              pen.fillRect(bar.x - thick / 2, chart.scales.y.bottom - HIDDEN_LENGTH, thick, HIDDEN_LENGTH);
            }
          } else {
            pen.fillStyle = token('text');
            pen.fillText(String(value), lying ? bar.x + 6 : bar.x, lying ? bar.y : bar.y - 4);
          }
        });
      });
      pen.restore();
    }
  };

  window.jejakChart = function () {
    const config = this.cfg.config;
    const lying = config.options.indexAxis === 'y';
    const amounts = {beginAtZero: true, grace: '12%', grid: {color: token('border')}, ticks: {color: token('text-2'), precision: 0}};
    const names = {grid: {display: false}, ticks: {color: token('text'), autoSkip: !lying}};
    Chart.defaults.color = token('text');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    Chart.defaults.animation = false;
    if (lying) {
      config.data.labels = config.data.labels.map(lines);
    }
    config.data.datasets.forEach(function (set, index) {
      const colour = token('chart-' + (index % 6 + 1));
      set.backgroundColor = index === 0 ? colour : hatching(colour);
      set.borderColor = colour;
      set.borderWidth = 2;
      set.maxBarThickness = 28;
      set.minBarLength = 0;
    });
    config.options.scales = lying ? {x: amounts, y: names} : {x: names, y: amounts};
    config.options.plugins = {
      legend: {display: config.data.datasets.length > 1, position: 'bottom'},
      tooltip: {enabled: false}
    };
    config.plugins = [values];
  };
}());
