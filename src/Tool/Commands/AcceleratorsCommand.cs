using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling accelerators`: the chips, with dense peaks.</summary>
internal sealed class AcceleratorsCommand : ToolCommand
{
    public override string Name => "accelerators";

    public override string Description => "List the accelerators with dense peak, memory, bandwidth and power.";

    public override string[] Examples => ["scaling accelerators", "scaling accelerators h100-sxm mi300x"];

    public override Argument<string[]> Words { get; } = new("accelerator")
    {
        Description = "Names, also those that drivers report.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    protected override int Run(Given given, Terminal terminal)
    {
        var chips = given.Words.Count == 0 ? Accelerators.All
            : given.Words.Select(word => Known.Accelerator("accelerator", word)).ToArray();
        var page = new Page();
        page.Table(["Accelerator", "Year", "TFLOP/s", "FP8", "GB", "TB/s", "W"], chips.Select(chip => new[]
        {
            chip.Name,
            chip.Year.ToString(CultureInfo.InvariantCulture),
            Shown(chip.PeakFlopsPerSecond(NumericFormat.Unspecified), 1e12),
            Shown(chip.PeakFlopsPerSecond(NumericFormat.FP8), 1e12),
            Shown(chip.MemoryBytes, 1e9),
            Shown(chip.BandwidthBytesPerSecond, 1e12),
            Shown(chip.TdpWatts, 1),
        }).ToArray());
        if (given.Words.Count > 0)
        {
            foreach (var chip in chips)
            {
                string[] texts = [chip.Assumption, chip.Note, chip.Source];
                page.Text(chip.Name + ": " + string.Join(" ", texts.Where(text => text.Length > 0)));
            }
        }

        page.Text("TFLOP/s are dense peaks in BF16, or in FP16 on chips without it.");
        var document = JsonForm.Document(Name);
        document["accelerators"] = JsonForm.List(chips.Select(Of));
        return Show(new Shown(page, document), given, terminal);
    }

    private static string Shown(double? value, double unit) => value is { } known ? Quantity.Ratio(known / unit) : "-";

    private static JsonObject Of(Accelerator chip)
    {
        var peaks = new JsonObject();
        foreach (var format in Enum.GetValues<NumericFormat>().Where(format => format != NumericFormat.Unspecified))
        {
            if (chip.PeakFlopsPerSecond(format) is { } peak) peaks[format.ToString()] = JsonForm.Number(peak);
        }

        return new()
        {
            ["name"] = chip.Name,
            ["vendor"] = chip.Vendor,
            ["year"] = chip.Year,
            ["defaultPrecision"] = chip.DefaultPrecision.ToString(),
            ["peakFlopsPerSecond"] = peaks,
            ["memoryBytes"] = JsonForm.Number(chip.MemoryBytes),
            ["bandwidthBytesPerSecond"] = JsonForm.Number(chip.BandwidthBytesPerSecond),
            ["tdpWatts"] = JsonForm.Number(chip.TdpWatts),
            ["source"] = chip.Source,
            ["note"] = chip.Note,
        };
    }
}
