using System;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE302: a declared parameter count that is not the shape's.</summary>
internal sealed class CountsAgree : RunRule
{
    private const double Tolerance = 0.05;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.Shape?.Shape is not { } shape) return;
        Judge(run, report, ConfigRole.Parameters, shape.Parameters, "parameters", shape);
        if (shape.Experts is not null) Judge(run, report, ConfigRole.ActiveParameters, shape.ActiveParameters, "active parameters", shape);
    }

    /// <summary>Whether a declared count, if there is one, is near enough to a shape's.</summary>
    public static bool Agree(long? declared, TransformerShape shape) => declared is not { } count || Math.Abs(Share(count, shape.Parameters)) <= Tolerance;

    private static void Judge(ResolvedRun run, RunReport report, ConfigRole role, long counted, string unit, TransformerShape shape)
    {
        if (run.Facts.Find(role) is not { } fact || run.Facts.Count(role) is not { } declared || Magnitudes.IsSuspicious(run, role)) return;
        double share = Share(declared, counted);
        if (Math.Abs(share) <= Tolerance) return;
        if (!report.Writes(fact) && !run.Facts.All.Any(f => ShapeReader.IsDimension(f.Role) && report.Writes(f))) return;
        var fixes = FixFacts.None.With(DimensionFacts.Dimension, fact.Literal).With(DimensionFacts.Wanted, counted).With(DimensionFacts.Name, fact.Name);
        report.At(
            fact, Rules.CountDiffers, fixes,
            run.Name, Quantity.Format(declared), unit, Quantity.Format(counted), Difference(share), Mistaken(declared, role, shape));
    }

    private static double Share(long declared, long counted) => ((double)declared / counted) - 1;

    private static string Difference(double share) => share >= 1
        ? "declared are " + Quantity.Ratio(share + 1) + " times as many"
        : "declared are " + Quantity.Percent(Math.Abs(share)) + (share > 0 ? " more" : " fewer");

    // A count that is another of the model's counts was taken for this one.
    private static string Mistaken(long declared, ConfigRole role, TransformerShape shape)
    {
        if (Math.Abs(Share(declared, shape.NonEmbeddingParameters)) <= 0.01) return "; the declared count is the one without embeddings, " + Quantity.Format(shape.NonEmbeddingParameters);
        long other = role == ConfigRole.Parameters ? shape.ActiveParameters : shape.Parameters;
        if (shape.Experts is null || Math.Abs(Share(declared, other)) > 0.01) return "";
        return "; the declared count is that of " + (role == ConfigRole.Parameters ? "the active parameters, " : "all parameters, ") + Quantity.Format(other);
    }
}
