using System;
using System.IO;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>The texts that are part of the assembly.</summary>
internal static class Resources
{
    /// <summary>The colours and widths of charts.</summary>
    public static string ChartStyle { get; } = Read("chart.css");

    /// <summary>The style sheet of the page.</summary>
    public static string PageStyle { get; } = Read("page.css");

    /// <summary>The script of the page.</summary>
    public static string PageScript { get; } = Read("page.js");

    /// <summary>The chart library.</summary>
    public static string Plotly { get; } = Read("plotly.js");

    /// <summary>The licence of the chart library.</summary>
    public static string PlotlyLicense { get; } = Read("plotly.license");

    // With line feeds alone, as a browser reads them: the hashes of the page's policy depend on each byte.
    private static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The assembly has no resource " + name + ".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
