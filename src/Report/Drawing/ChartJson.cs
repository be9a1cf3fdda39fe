using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>Charts as the page's script reads them. The encoder escapes every character that could end the element
/// around it.</summary>
internal static class ChartJson
{
    public static string Of(IEnumerable<Chart> charts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Texts(json, "symbols", Marks.Symbols);
            json.WriteStartArray("charts");
            foreach (var chart in charts) Write(json, chart);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject();
        json.WriteString("id", chart.Id);
        json.WriteString("title", chart.Title);
        json.WriteBoolean("stacked", chart.IsStacked);
        Texts(json, "units", chart.Units);
        Write(json, "x", chart.X);
        Write(json, "y", chart.Y);
        var sides = new ChartArea(chart).Labels();
        json.WriteStartArray("series");
        foreach (var series in chart.Series) Write(json, series, sides);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Axis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("title", axis.Title);
        json.WriteString("format", axis.Format.ToString());
        json.WriteBoolean("log", axis.IsLogarithmic);
        Texts(json, "names", axis.Names);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Series series, IReadOnlyDictionary<(Series Series, int Point), LabelSide> sides)
    {
        json.WriteStartObject();
        json.WriteString("name", series.Name);
        json.WriteString("kind", series.Kind.ToString());
        json.WriteNumber("style", series.Style);
        json.WriteString("dash", Marks.DashOf(series));
        json.WriteNumber("symbol", Marks.SymbolOf(series));
        json.WriteString("toggle", series.Toggle);
        json.WriteString("unit", series.Unit);
        json.WriteBoolean("off", series.IsOff);
        json.WriteBoolean("legend", series.IsInLegend);
        json.WriteBoolean("main", series.IsMain);
        json.WriteBoolean("thin", series.IsThin);
        bool isCurve = series.Kind is SeriesKind.Line or SeriesKind.Area;
        Numbers(json, "x", series.X, isCurve);
        Numbers(json, "y", series.Y, isCurve);
        Texts(json, "labels", series.Labels);
        if (isCurve && series.Labels.Count > 0) json.WriteNumber("labelAt", Marks.LabelPoint(series));
        Texts(json, "sides", series.Labels.Select((_, i) => sides.TryGetValue((series, i), out var side) ? side.ToString() : "Right")
            .ToArray());
        Texts(json, "hover", series.Hover);
        if (series.Intervals.Any(interval => interval is not null))
        {
            // Lengths, as Plotly draws them: the page computes nothing.
            Numbers(json, "below", Lengths((y, interval) => y - interval.Low), isCurve);
            Numbers(json, "above", Lengths((y, interval) => interval.High - y), isCurve);
        }

        json.WriteEndObject();

        double[] Lengths(Func<double, Interval, double> length) =>
            [.. series.Intervals.Select((interval, i) => interval is { } known ? length(series.Y[i], known) : 0)];
    }

    // Seven digits of a curve are finer than any screen; the points of runs keep all of theirs.
    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers, bool isCurve)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            double written = isCurve
                ? double.Parse(number.ToString("G7", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                : number;
            if (double.IsFinite(written)) json.WriteNumberValue(written);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
