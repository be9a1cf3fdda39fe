using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Tests;

/// <summary>docs/accelerators.md, written from the table of accelerators.</summary>
internal static class AcceleratorDocument
{
    public static string Write()
    {
        var text = new StringBuilder("""
            # Accelerators

            This page is generated from the table in ScalingAnalyzers.Runtime; a test keeps both the same.

            `Accelerator` takes a name from this page: in C# preferably a constant of `KnownAccelerators`, in a `ScalingConfig`
            item, an `.editorconfig` or a project file the name itself. Case, spaces, hyphens and underscores do not matter, and
            the memory may follow the name of a chip with a single memory size (`H100-SXM-80GB`). An incomplete name means
            the most common chip (`H100` for `H100-SXM`), and the hover text of the hours states that.

            Peaks are dense, in TFLOP/s of one chip (or of one board where it is sold as a board), never the figures for sparse
            matrices that data sheets lead with since A100. The table has no figures for FP32. For a chip that is missing here,
            declare its peak in the config: `PeakFlopsPerSecond` ([SCALE104](rules/SCALE104.md)). Memory is as sold, GB are 1e9
            bytes. The last column states which figures were seen in the source, and which were recalled.


            """.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        foreach (var vendor in Accelerators.All.GroupBy(a => a.Vendor))
        {
            text.Append("## ").Append(vendor.Key).Append("\n\n");
            text.Append("| name | `KnownAccelerators` | year | BF16 | FP16 | FP8 | FP4 | INT8 | TF32 | memory | bandwidth | design power "
                + "| source | verified |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
            foreach (var chip in vendor) Row(text, chip);
            text.Append('\n');
        }

        text.Append("""
            ## Known, not in the table

            No dense figure for training was seen in a source of the vendor, so these chips need their own peak.

            - NVIDIA Rubin: 50 PFLOP/s NVFP4 for inference and 35 for training are quoted; reports disagree whether that is
              with sparsity.
            - AMD Instinct MI455X: 40 PFLOP/s FP4 and 20 FP8 are announced; dense or sparse is not stated.
            - NVIDIA RTX PRO 6000 Blackwell, Max-Q and server edition: their clocks were not seen in a source.
            - Huawei Ascend 910B: sold in several grades, quoted with 313 to 376 TFLOP/s.
            - Google TPU v8, Cerebras WSE-3: no data sheet was seen.


            """.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        text.Append("## Notes\n\n");
        foreach (var chip in Accelerators.All.Where(a => a.Note.Length > 0))
            text.Append("- ").Append(chip.Name).Append(": ").Append(chip.Note).Append(".\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, Accelerator chip) => text.Append("| ").AppendJoin(" | ", [
        "`" + chip.Name + "`",
        "`" + KnownNames.Of(chip) + "`",
        chip.Year.ToString(CultureInfo.InvariantCulture),
        Number(chip.BF16 / 1e12),
        Number(chip.FP16 / 1e12),
        Number(chip.FP8 / 1e12),
        Number(chip.PeakFlopsPerSecond(NumericFormat.FP4) / 1e12),
        Number(chip.PeakFlopsPerSecond(NumericFormat.INT8) / 1e12),
        Number(chip.TF32 / 1e12),
        Number(chip.MemoryBytes / 1e9, " GB"),
        Number(chip.BandwidthBytesPerSecond / 1e9, " GB/s"),
        Number(chip.TdpWatts, " W"),
        chip.Source,
        chip.Verified]).Append(" |\n");

    private static string Number(double? value, string unit = "") =>
        value is { } number ? number.ToString("#,##0.####", CultureInfo.InvariantCulture) + unit : "";
}
