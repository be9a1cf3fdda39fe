using System.Globalization;
using System.Text;

namespace ScalingAnalyzers.Planning;

/// <summary>A run and its estimate in one line.</summary>
internal static class EstimateSummary
{
    public static string Of(TrainingRun run, Estimate e)
    {
        var text = new StringBuilder();
        if (run.Parameters is { } parameters) text.Append(Quantity.Format(parameters)).Append(" parameters");
        if (run.IsMixture)
            text.Append(text.Length > 0 ? " (" : "")
                .Append(Quantity.Format(run.ActiveParameters ?? 0))
                .Append(" active")
                .Append(text.ToString().Contains("(") ? ")" : "");
        if (run.TrainingTokens is { } tokens) text.Append(text.Length > 0 ? " on " : "").Append(Quantity.Format(tokens)).Append(" tokens");
        if (e.TokensPerParameter is { } ratio) text.Append(" (").Append(Quantity.Ratio(ratio)).Append(" per parameter)");
        if (e.TrainingFlops is { } flops) text.Append(", ").Append(Quantity.Scientific(flops)).Append(" FLOPs");
        if (e.AcceleratorHours is { } hours)
            text.Append(", ")
                .Append(Quantity.Format(hours))
                .Append(e.UtilizationBasis is UtilizationBasis.Attention12 or UtilizationBasis.AttentionCausal
                    ? " accelerator-hours with attention"
                    : " accelerator-hours");
        if (e.Balance is { } balance)
        {
            text.Append("; ")
                .Append(e.Law.Id)
                .Append(" puts the optimum at ")
                .Append(Quantity.Format(balance.Optimum.Parameters))
                .Append(" on ")
                .Append(Quantity.Format(balance.Optimum.Tokens));
        }

        if (e.HasPlanInput && e.Plan is { } plan) AppendPlan(text, run, e, plan);
        return text.ToString();
    }

    private static void AppendPlan(StringBuilder text, TrainingRun run, Estimate e, Estimate plan)
    {
        text.Append(text.Length > 0 ? "; " : "");
        if (run.TargetLoss is { } loss) text.Append("for a loss of ").Append(loss.ToString("0.###", CultureInfo.InvariantCulture));
        else text.Append("within ").Append(Quantity.Scientific(e.AffordableFlops ?? 0)).Append(" FLOPs");
        text.Append(e.PlannedParameters is not null && e.PlannedTokens is not null ? ", by " + e.Law.Id : "").Append(": ");
        text.Append(Quantity.Format(plan.Counted.ComputeParameters ?? 0)).Append(" parameters on ")
            .Append(Quantity.Format(plan.Counted.TrainingTokens ?? 0)).Append(" tokens");
    }
}
