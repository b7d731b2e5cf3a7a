// Draws the charts with uPlot. The server sends what is new of each line; everything else is kept here.
(() => {
  // Colour (a variable of base.css), width, dashes; lines that stay until they change; points that stand alone.
  const looks = {
    asked: { colour: '--text', width: 1.6, stepped: true },
    answered: { colour: '--answered', width: 1.8, dash: [6, 4], stepped: true },
    connections: { colour: '--target', width: 3 },
    handshakes: { colour: '--handshakes', width: 1.4, dash: [1, 4] },
    seen: { colour: '--seen', mark: 'dot' },
    'seen-line': { colour: '--seen', width: 2 },
    target: { colour: '--target', width: 2.2 },
    source: { colour: '--source', width: 1.8, dash: [2, 4] },
    breach: { colour: '--danger', mark: 'cross' },
  };
  const plots = new Map();
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function band(u, fill, left, top, right, bottom) {
    u.ctx.fillStyle = fill;
    u.ctx.fillRect(left, top, right - left, bottom - top);
  }

  // What misses the objective is shaded; where the first line has no value, there are stripes.
  function under(u, plot) {
    const { left, top, width, height } = u.bbox;
    u.ctx.save();
    if (plot.limit !== null) {
      const y = Math.min(top + height, Math.max(top, u.valToPos(plot.limit, 'y', true)));
      u.ctx.globalAlpha = 0.1;
      band(u, colour('--danger'), left, plot.more ? y : top, left + width, plot.more ? top + height : y);
    }

    u.ctx.globalAlpha = 0.5;
    u.ctx.strokeStyle = colour('--gap');
    for (const [from, to] of plot.gaps ? gaps(plot) : []) {
      const [a, b] = [u.valToPos(from, 'x', true), u.valToPos(to, 'x', true)];
      u.ctx.save();
      u.ctx.beginPath();
      u.ctx.rect(Math.max(left, a), top, Math.max(2, b - Math.max(left, a)), height);
      u.ctx.clip();
      u.ctx.beginPath();
      for (let x = a - height; x < b; x += 8 * devicePixelRatio) {
        u.ctx.moveTo(x, top + height);
        u.ctx.lineTo(x + height, top);
      }

      u.ctx.stroke();
      u.ctx.restore();
    }

    u.ctx.restore();
  }

  function gaps(plot) {
    const [x, y] = [plot.x[0], plot.y[0]];
    const found = [];
    let last = null;
    for (let i = 0; i < x.length; i++) {
      if (y[i] === null) {
        last ??= i > 0 ? x[i - 1] : x[i];
      } else if (last !== null) {
        found.push([last, x[i]]);
        last = null;
      }
    }

    return last === null ? found : [...found, [last, x[x.length - 1]]];
  }

  function over(u, plot) {
    const { left, width } = u.bbox;
    u.ctx.save();
    if (plot.limit !== null) {
      const y = u.valToPos(plot.limit, 'y', true);
      u.ctx.strokeStyle = colour('--danger');
      u.ctx.lineWidth = 1.2 * devicePixelRatio;
      u.ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
      u.ctx.beginPath();
      u.ctx.moveTo(left, y);
      u.ctx.lineTo(left + width, y);
      u.ctx.stroke();
    }

    u.ctx.restore();
  }

  // A breach is a cross, not only a colour.
  function mark(u, line, first, last) {
    const look = looks[u.series[line].look];
    const [x, y] = [u.data[0], u.data[line]];
    const size = 4 * devicePixelRatio;
    u.ctx.save();
    u.ctx.strokeStyle = u.ctx.fillStyle = colour(look.colour);
    u.ctx.lineWidth = 2 * devicePixelRatio;
    u.ctx.beginPath();
    for (let i = first; i <= last; i++) {
      if (y[i] === null || y[i] === undefined) {
        continue;
      }

      const [cx, cy] = [u.valToPos(x[i], 'x', true), u.valToPos(y[i], 'y', true)];
      if (look.mark === 'cross') {
        u.ctx.moveTo(cx - size, cy - size);
        u.ctx.lineTo(cx + size, cy + size);
        u.ctx.moveTo(cx - size, cy + size);
        u.ctx.lineTo(cx + size, cy - size);
      } else {
        u.ctx.moveTo(cx + size, cy);
        u.ctx.arc(cx, cy, size, 0, 7);
      }
    }

    look.mark === 'cross' ? u.ctx.stroke() : u.ctx.fill();
    u.ctx.restore();
    return false;
  }

  function series([label, look]) {
    const { colour: name, width, dash, stepped, mark: marked } = looks[look];
    return {
      label, look, stroke: () => colour(name), width, dash,
      paths: marked ? () => null : stepped ? uPlot.paths.stepped({ align: 1 }) : undefined,
      points: marked ? { show: mark } : { show: (u, line) => alone(u, line) },
    };
  }

  // A value between two gaps would not be seen as a line: it is a dot.
  const alone = (u, line) => u.data[line].filter(value => value !== null && value !== undefined).length < 3;

  function create(place, plot) {
    plot.u = new uPlot({
      width: place.clientWidth || 300, height: place.clientHeight || 120, padding: [6, 0, 6, 0], legend: { show: false }, cursor: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: { x: { time: true, range: () => plot.box.slice(0, 2) }, y: { range: () => plot.box.slice(2) } },
      series: [{}, ...plot.lines.map(series)],
      hooks: { drawClear: [u => under(u, plot)], draw: [u => over(u, plot)] },
    }, data(plot), place);
    plot.sized = new ResizeObserver(() => plot.u.setSize({ width: place.clientWidth, height: place.clientHeight }));
    plot.sized.observe(place);
  }

  const data = plot => uPlot.join(plot.x.map((x, i) => [x, plot.y[i]]), plot.x.map(() => [0, 2]));

  function take(plot, update) {
    [plot.box, plot.limit, plot.more] = [update.box, update.limit, update.more];
    if (update.whole) {
      [plot.x, plot.y] = [update.x, update.y];
    } else {
      update.x.forEach((x, i) => {
        plot.x[i].push(...x);
        plot.y[i].push(...update.y[i]);
        const gone = plot.x[i].findIndex(at => at >= plot.box[0]);
        if (gone > 0) {
          plot.x[i].splice(0, gone);
          plot.y[i].splice(0, gone);
        }
      });
    }
  }

  window.cutoverPlot = {
    show(place, update) {
      if (!place?.isConnected) {
        return;
      }

      const known = plots.get(place);
      const plot = known ?? {};
      const same = known && JSON.stringify(known.lines) === JSON.stringify(update.lines);
      [plot.lines, plot.gaps] = [update.lines, update.lines[0]?.[1] === 'target'];
      take(plot, update);
      if (same) {
        plot.u.setData(data(plot));
      } else {
        known?.u.destroy();
        known?.sized.disconnect();
        create(place, plot);
        plots.set(place, plot);
      }
    },
    remove(place) {
      const plot = plots.get(place);
      plot?.sized.disconnect();
      plot?.u.destroy();
      plots.delete(place);
    },
  };

  // The other theme has other colours.
  new MutationObserver(() => plots.forEach(plot => plot.u.redraw(false)))
    .observe(document.documentElement, { attributeFilter: ['data-theme'] });
})();
