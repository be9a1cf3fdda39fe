using System.Collections.Generic;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>How the ticks of an axis are written.</summary>
internal enum AxisFormat
{
    /// <summary>1.5, 2.</summary>
    Plain,

    /// <summary>1B, 10B.</summary>
    Count,

    /// <summary>1e23, 1e24.</summary>
    Scientific,
}

/// <summary>How a series is drawn.</summary>
internal enum SeriesKind
{
    /// <summary>A curve.</summary>
    Line,

    /// <summary>A closed region: its border, once around.</summary>
    Area,

    /// <summary>Marks, with labels and intervals where there are any.</summary>
    Points,

    /// <summary>Horizontal bars: X is the length, Y the place.</summary>
    Bars,
}

/// <summary>An axis.</summary>
internal sealed record Axis(string Title, AxisFormat Format, bool IsLogarithmic)
{
    /// <summary>Names of the places 0, 1, 2...; empty for an axis of numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether readers may change between logarithmic and linear.</summary>
    public bool CanChange { get; init; }
}

/// <summary>Marks of one meaning, with their data.</summary>
internal sealed record Series(string Name, SeriesKind Kind, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Which colour, dash and symbol: equal in every chart for one law or run.</summary>
    public int Style { get; init; }

    /// <summary>What controls show and hide, such as law-besiroglu-2024; none where empty.</summary>
    public string Toggle { get; init; } = "";

    /// <summary>Texts beside the points; empty for none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Exact values, one text a point; the same text for all points where there is one.</summary>
    public IReadOnlyList<string> Hover { get; init; } = [];

    /// <summary>Intervals of Y, one a point; empty for none.</summary>
    public IReadOnlyList<Interval?> Intervals { get; init; } = [];

    /// <summary>The unit that a chart with a choice of units shows it for; it is the title of the axis then.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it waits for the reader to show it.</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether the legend names it.</summary>
    public bool IsInLegend { get; init; } = true;

    /// <summary>Whether it is drawn with emphasis: the proposed run, the law of the report.</summary>
    public bool IsMain { get; init; }

    /// <summary>A thin line: curves of equal compute or loss.</summary>
    public bool IsThin { get; init; }
}

/// <summary>A chart with its texts and a table that says the same.</summary>
internal sealed record Chart(string Id, string Title, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    /// <summary>What the chart shows, for those who do not see it.</summary>
    public required string Alternative { get; init; }

    /// <summary>The figures of the chart.</summary>
    public required Table Table { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether bars of one place stand on each other.</summary>
    public bool IsStacked { get; init; }

    /// <summary>The units to choose from; empty for none.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
}
