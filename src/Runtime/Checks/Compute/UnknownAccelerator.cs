using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE104: an accelerator that is not known, that does not support the precision, or that does not reach the
/// declared peak.</summary>
internal sealed class UnknownAccelerator : RunCheck
{
    private static readonly NumericFormat[] Formats =
        [NumericFormat.BF16, NumericFormat.FP16, NumericFormat.FP8, NumericFormat.TF32, NumericFormat.FP4, NumericFormat.INT8];

    public override Rule Rule => RuleTable.UnknownAccelerator;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.UnknownAccelerator is { } unknown && OfName(run, unknown) is { } name) yield return name;
        if (run.Estimate.RefusedPeak is { } refused) yield return OfPeak(run, refused);
        else if (run.Declared.PeakFlopsPerSecond is null && OfPrecision(run) is { } precision) yield return precision;
        if (OfUnreadPrecision(run) is { } unread) yield return unread;
    }

    private Finding? OfName(ConfigRun run, ConfigValue unknown)
    {
        string name = (string)unknown.Content!;
        var near = Accelerators.NearNames(name);

        // A custom chip has its own name and a declared peak; a name that resembles a known one is a typing error.
        if (near.Count == 0 && run.Declared.PeakFlopsPerSecond is not null) return null;
        string remedy = near.Count > 0
            ? "; near names: " + string.Join(", ", near)
            : "; KnownAccelerators (docs/accelerators.md) lists the known ones, and another needs a PeakFlopsPerSecond beside its name";
        var data = new FindingData();
        return new Finding(Rule, run.Name, 0, ("name", name), ("remedy", remedy))
        {
            At = Finding.Values(unknown),
            Concerns = Finding.Values(unknown),
            Data = near.Count > 0 ? data.With(FindingKeys.NearestAccelerator, near[0]) : data,
            Fixes =
                near.Count > 0 ? [new FindingFix(FixKind.UseKnownAccelerator, "Use " + near[0],
                    new FindingEdit(unknown.Name, unknown.Source, double.NaN, EditForm.Text, near[0]))] : [],
        };
    }

    private Finding OfPeak(ConfigRun run, RefusedPeak refused)
    {
        var at = run.Config.Find(ConfigRole.PeakFlopsPerSecond)!;
        return new Finding(Rule, run.Name, 1, ("why", refused.Why))
        {
            At = Finding.Values(at),
            Concerns = Finding.Values(at, run.Config.Find(ConfigRole.Accelerator), run.Config.Find(ConfigRole.Precision)),
            Data = new FindingData()
                .With(FindingKeys.DeclaredPeakFlopsPerSecond, refused.Declared)
                .With(FindingKeys.DensePeakFlopsPerSecond, refused.Dense),
            Fixes = refused.Dense is { } dense ? DensePeak(at, dense) : [],
        };
    }

    // A whole number of TFLOP/s cannot represent 989.4; 989 is below the peak, which is allowed.
    private static FindingFix[] DensePeak(ConfigValue at, double dense)
    {
        double whole = System.Math.Floor(dense / 1e12) * 1e12;
        return [Of(dense), Of(whole)];

        FindingFix Of(double peak) =>
            new(FixKind.UseDensePeak, "Use the dense peak, " + RefusedPeak.Show(peak), FixText.Of(at, peak, EditForm.AllDigits));
    }

    // A value that is written and names no format; an expression that the compiler does not know is SCALE901's.
    private Finding? OfUnreadPrecision(ConfigRun run)
    {
        if (run.Declared.Precision is not null || !WouldHaveHours(run)) return null;
        if (run.Config.Find(ConfigRole.Precision) is not { Unknown: { Kind: UnknownKind.NotAChoice } reason } written) return null;
        return new Finding(Rule, run.Name, 3, ("member", written.Name), ("reason", reason.Text))
        {
            At = Finding.Values(written),
            Concerns = Finding.Values(written),
        };
    }

    private static bool WouldHaveHours(ConfigRun run) =>
        run.Declared is { TokensPerSecondPerAccelerator: null, Utilization: not null } declared
        && (declared.Accelerator is not null || declared.PeakFlopsPerSecond is not null)
        && run.Estimate.TrainingFlops is not null;

    private Finding? OfPrecision(ConfigRun run)
    {
        if (run.Declared is not { Accelerator: { } chip, Precision: { } precision }) return null;
        if (precision is NumericFormat.Unspecified || chip.PeakFlopsPerSecond(precision) is not null) return null;

        // No chip has a figure for FP32: reported only where it costs the hours.
        if (precision is NumericFormat.FP32 && !WouldHaveHours(run)) return null;
        var named = run.Config.Find(ConfigRole.Precision) ?? run.Config.Find(ConfigRole.Accelerator);
        string known = string.Join(", ", Formats.Where(format => chip.PeakFlopsPerSecond(format) is not null));
        return new Finding(Rule, run.Name, 2, ("chip", chip.Name), ("precision", precision.ToString()), ("formats", known))
        {
            At = Finding.Values(named),
            Concerns = Finding.Values(named),
        };
    }
}
