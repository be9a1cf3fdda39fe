using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>A chart as a picture: for paper, for pages without scripts, for Markdown.</summary>
internal sealed class SvgChart
{
    private readonly Chart _chart;
    private readonly ChartArea _area;
    private readonly StringBuilder _svg = new();

    private SvgChart(Chart chart)
    {
        _chart = chart;
        _area = new ChartArea(chart);
    }

    /// <summary>The picture inside a page, whose style sheet has the colours.</summary>
    public static string Inline(Chart chart) => new SvgChart(chart).Draw("");

    /// <summary>The picture as a file of its own.</summary>
    public static string File(Chart chart) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgChart(chart).Draw("<style>" + Resources.ChartStyle + "</style>\n") + "\n";

    private string Draw(string style)
    {
        string legend = Legend(out double end);
        string size = FormattableString.Invariant(
            $"viewBox=\"0 0 {ChartArea.Width:0} {end:0}\" width=\"{ChartArea.Width:0}\" height=\"{end:0}\"");
        _svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-svg\" role=\"img\" ").Append(size).Append('>');
        _svg.Append("<title>").Append(Xml(_chart.Title)).Append("</title><desc>").Append(Xml(_chart.Alternative)).Append("</desc>\n");
        _svg.Append(style).Append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        Hatches();
        Axes();
        foreach (var kind in new[] { SeriesKind.Area, SeriesKind.Bars, SeriesKind.Line, SeriesKind.Points })
        {
            foreach (var series in _area.Shown.Where(series => series.Kind == kind)) Draw(series);
        }

        Labels();
        return _svg.Append(legend).Append("</svg>").ToString();
    }

    private void Axes()
    {
        foreach (var (place, text) in _area.X.Ticks())
        {
            Line("grid", place, _area.Top, place, _area.Bottom);
            Text("tick", place, _area.Bottom + 16, text, "middle");
        }

        foreach (var (place, text) in _area.Y.Ticks())
        {
            if (_chart.Y.Names.Count == 0) Line("grid", _area.Left, place, _area.Right, place);
            Text("tick", _area.Left - 6, place + 4, text.Length > 32 ? text[..31] + "…" : text, "end");
        }

        Line("axis", _area.Left, _area.Bottom, _area.Right, _area.Bottom);
        Line("axis", _area.Left, _area.Top, _area.Left, _area.Bottom);
        Text("title", (_area.Left + _area.Right) / 2, _area.Bottom + 36, _chart.X.Title, "middle");
        if (_chart.Y.Title.Length == 0) return;
        double middle = (_area.Top + _area.Bottom) / 2;
        _svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"title\" text-anchor=\"middle\" transform=\"translate(14 {middle:0.#}) rotate(-90)\">")
            .Append(Xml(_chart.Y.Title)).Append("</text>\n");
    }

    private void Draw(Series series)
    {
        string css = Css(series);
        switch (series.Kind)
        {
            case SeriesKind.Area:
                _svg.Append("<polygon class=\"area ").Append(css).Append('"').Append(Dash(series)).Append(" points=\"").Append(Path(series))
                    .Append("\"/>\n");
                break;
            case SeriesKind.Line:
                _svg.Append("<polyline class=\"line ").Append(css).Append('"').Append(Dash(series)).Append(" points=\"")
                    .Append(Path(series))
                    .Append("\"/>\n");
                break;
            case SeriesKind.Bars:
                Bars(series, css);
                break;
            default:
                Points(series, css);
                break;
        }
    }

    private void Bars(Series series, string css)
    {
        for (int i = 0; i < series.X.Count; i++)
        {
            double before = !_chart.IsStacked ? 0 : _area.Shown.TakeWhile(other => other != series)
                .Where(other => other.Kind == SeriesKind.Bars)
                .Sum(other => other.X.Where((_, j) => other.Y[j] == series.Y[i]).Sum());
            double left = _area.X.Place(before), right = _area.X.Place(before + series.X[i]), middle = _area.Y.Place(series.Y[i]);
            string box = FormattableString.Invariant(
                $"x=\"{left:0.##}\" y=\"{middle - 10:0.##}\" width=\"{right - left:0.##}\" height=\"20\"/>\n");
            _svg.Append("<rect class=\"bar ").Append(css).Append("\" ").Append(box);
            if (Hatch(series) is { } hatch) _svg.Append("<rect fill=\"url(#").Append(hatch).Append(")\" ").Append(box);
            if (series.Labels.Count > i) Text("label", right + 5, middle + 4, series.Labels[i], "start");
        }
    }

    private void Points(Series series, string css)
    {
        for (int i = 0; i < series.X.Count; i++)
        {
            double x = _area.X.Place(series.X[i]), y = _area.Y.Place(series.Y[i]);
            if (series.Intervals.Count > i && series.Intervals[i] is { } interval)
                Line("interval " + css, x, _area.Y.Place(interval.Low), x, _area.Y.Place(interval.High));
            _svg.Append("<path class=\"mark ").Append(css).Append("\" d=\"").Append(Marks.At(series, x, y)).Append("\"/>\n");
        }
    }

    private void Labels()
    {
        foreach (var series in _area.Shown.Where(series => series.Kind == SeriesKind.Line && series.Labels.Count > 0))
        {
            int at = Marks.LabelPoint(series);
            Text("label thin " + Css(series), _area.X.Place(series.X[at]) + 4, _area.Y.Place(series.Y[at]) - 4, series.Labels[0], "start");
        }

        foreach (var ((series, point), side) in _area.Labels())
        {
            double x = _area.X.Place(series.X[point]), y = _area.Y.Place(series.Y[point]);
            var (left, top, anchor) = side switch
            {
                LabelSide.Right => (x + 9, y + 4, "start"),
                LabelSide.Left => (x - 9, y + 4, "end"),
                LabelSide.Above => (x, y - 10, "middle"),
                _ => (x, y + 20, "middle"),
            };
            Text("label" + (series.IsMain ? " main" : ""), left, top, series.Labels[point], anchor);
        }
    }

    // Items in lines below the plot; returns the height of the picture.
    private string Legend(out double end)
    {
        var svg = new StringBuilder();
        double x = _area.Left, y = _area.Bottom + 58;
        foreach (var series in _area.Shown.Where(series => series.IsInLegend))
        {
            double wide = 40 + (6.2 * series.Name.Length);
            if (x + wide > ChartArea.Width && x > _area.Left) (x, y) = (_area.Left, y + 18);
            string css = Css(series);
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x:0.#} {y:0.#})\">");
            _ = series.Kind switch
            {
                SeriesKind.Line => svg.Append("<path class=\"line ").Append(css).Append('"').Append(Dash(series))
                    .Append(" d=\"M0 -4h26\"/>"),
                SeriesKind.Points => svg.Append("<path class=\"mark ").Append(css).Append("\" d=\"").Append(Marks.At(series, 13, -4))
                    .Append("\"/>"),
                SeriesKind.Bars => svg.Append("<rect class=\"bar ").Append(css).Append("\" y=\"-9\" width=\"26\" height=\"10\"/>").Append(
                    Hatch(series) is { } hatch ? "<rect fill=\"url(#" + hatch + ")\" y=\"-9\" width=\"26\" height=\"10\"/>" : ""),
                _ => svg.Append("<rect class=\"area ").Append(css).Append('"').Append(Dash(series))
                    .Append(" y=\"-9\" width=\"26\" height=\"10\"/>"),
            };
            svg.Append("<text class=\"label\" x=\"31\">").Append(Xml(series.Name)).Append("</text></g>\n");
            x += wide;
        }

        end = svg.Length == 0 ? _area.Bottom + 46 : y + 12;
        return svg.ToString();
    }

    private string Path(Series series) => string.Join(' ', series.X.Zip(series.Y, (x, y) =>
        FormattableString.Invariant($"{_area.X.Place(x):0.##},{_area.Y.Place(y):0.##}")));

    // Parts of a bar differ by their hatching, too.
    private string? Hatch(Series series) => _chart.IsStacked && series.Kind == SeriesKind.Bars && series.Style > 0
        ? FormattableString.Invariant($"{_chart.Id}-hatch-{series.Style}")
        : null;

    private void Hatches()
    {
        foreach (var series in _area.Shown)
        {
            if (Hatch(series) is not { } id) continue;
            _svg.Append("<pattern id=\"").Append(id)
                .Append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"hatch\" d=\"")
                .Append(Marks.HatchOf(series.Style)).Append("\"/></pattern>\n");
        }
    }

    private static string Css(Series series) => FormattableString.Invariant($"s{(series.Style >= 100 ? series.Style : series.Style % 8)}")
        + (series.IsMain ? " main" : "") + (series.IsThin ? " thin" : "");

    private static string Dash(Series series) => Marks.DashOf(series) is { Length: > 0 } dash ? " stroke-dasharray=\"" + dash + "\"" : "";

    private void Line(string css, double x1, double y1, double x2, double y2) => _svg.Append(CultureInfo.InvariantCulture,
        $"<line class=\"{css}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>\n");

    private void Text(string css, double x, double y, string text, string anchor) => _svg.Append(CultureInfo.InvariantCulture,
        $"<text class=\"{css}\" x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">").Append(Xml(text)).Append("</text>\n");

    private static string Xml(string text) => Pages.Escaped.Html(text);
}
