using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE302: a declared parameter count that is not the shape's.</summary>
internal sealed class CountDiffers : RunCheck
{
    private const double Tolerance = 0.05;

    public override Rule Rule => RuleTable.CountDiffers;

    /// <summary>Whether a declared count, if there is one, is near enough to a shape's.</summary>
    public static bool Agree(long? declared, TransformerShape shape) =>
        declared is not { } count || Math.Abs(Share(count, shape.Parameters)) <= Tolerance;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Shape?.Shape is not { } shape) yield break;
        if (Of(run, ConfigRole.Parameters, shape.Parameters, "parameters", shape) is { } all) yield return all;
        if (!shape.HasExperts) yield break;
        if (Of(run, ConfigRole.ActiveParameters, shape.ActiveParameters, "active parameters", shape) is { } active) yield return active;
    }

    private Finding? Of(ConfigRun run, ConfigRole role, long counted, string unit, TransformerShape shape)
    {
        if (run.Config.Find(role) is not { } value || run.Config.Count(role) is not { } declared) return null;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, role)) return null;
        double share = Share(declared, counted);
        if (Math.Abs(share) <= Tolerance) return null;
        return new Finding(
            Rule,
            run.Name,
            0,
            ("declared", Quantity.Format(declared)),
            ("unit", unit),
            ("counted", Quantity.Format(counted)),
            ("difference", Difference(share)),
            ("mistaken", Mistaken(declared, role, shape)))
        {
            At = Finding.Values(value),
            Concerns = Finding.Values([value, .. run.Config.All.Where(v => RoleTable.IsDimension(v.Role))]),
            IsOfModel = true,
            Data = new FindingData().With(FindingKeys.Wanted, counted).With(FindingKeys.Name, value.Name),
            Fixes = UseCounted(value, counted),
        };
    }

    // To the last parameter where the literal can represent it, otherwise to three digits.
    private static FindingFix[] UseCounted(ConfigValue value, long counted)
    {
        bool up = FixText.IsNearerUp(counted);
        return new[] { EditForm.Exact, up ? EditForm.Up : EditForm.Down, up ? EditForm.Down : EditForm.Up }
            .Select(
                form => new FindingFix(FixKind.UseCounted,
                    "Declare the " + Quantity.Format(counted) + " parameters that the dimensions give", FixText.Of(value, counted, form)))
            .ToArray();
    }

    private static double Share(long declared, long counted) => ((double)declared / counted) - 1;

    private static string Difference(double share) => share >= 1
        ? "the declared count is " + Quantity.Ratio(share + 1) + " times as large"
        : "the declared count is " + Quantity.Percent(Math.Abs(share)) + (share > 0 ? " larger" : " smaller");

    // A count that is another of the model's counts was taken for this one.
    private static string Mistaken(long declared, ConfigRole role, TransformerShape shape)
    {
        if (Math.Abs(Share(declared, shape.NonEmbeddingParameters)) <= 0.01)
        {
            return "; the declared count is the one without embeddings, " + Quantity.Format(shape.NonEmbeddingParameters);
        }

        long other = role == ConfigRole.Parameters ? shape.ActiveParameters : shape.Parameters;
        if (!shape.HasExperts || Math.Abs(Share(declared, other)) > 0.01) return "";
        return "; the declared count is that of " + (role == ConfigRole.Parameters ? "the active parameters, " : "all parameters, ")
            + Quantity.Format(other);
    }
}
