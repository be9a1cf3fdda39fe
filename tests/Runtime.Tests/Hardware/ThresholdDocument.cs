using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Tests;

/// <summary>docs/thresholds.md, written from the table of thresholds.</summary>
internal static class ThresholdDocument
{
    public static string Write()
    {
        var text = new StringBuilder("""
            # Thresholds of training compute

            This page is generated from the table in ScalingAnalyzers.Runtime; a test keeps both the same.

            [SCALE105](rules/SCALE105.md) compares the compute of a config with these thresholds. All are strictly greater:
            compute equal to a threshold does not cross it. The compute is cumulative: earlier training, teacher, the run and
            post-training, as far as the config declares them, from 6ND. **This is no legal advice.** The statutes define what
            counts, to whom they apply and which exceptions there are; a config has only the compute.

            ## Reported


            """.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        Table(text, ComputeThreshold.All.Select(row => (Quantity.Scientific(row.Flops), row)));
        text.Append("""

            ## A modification of another provider's model

            A run whose `Stage` is continued pre-training or fine-tuning is compared by its own FLOPs, without the original's.
            Where `PriorTokens` gives the original's compute, a third of that is the threshold, provided the original is above
            1e23; otherwise a third of 1e23 replaces it. The guidelines name a third of 1e25 for a model of systemic risk of
            unknown compute, which a config does not tell apart. Nobody else's model is modified where the provider trains its
            own further: the finding then does not apply.


            """.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        Table(text, [
            ("a third of the original's", ComputeThreshold.OfModification(9e23)!),
            (Quantity.Scientific(ComputeThreshold.OfModification(null)!.Flops), ComputeThreshold.OfModification(null)!)]);
        text.Append("""

            ## Indicated, not reported

            The hover text of `TrainingFlops`, `scaling plan` and the report name this one; no rule reports it.


            """.Replace("\r\n", "\n", System.StringComparison.Ordinal));
        Table(text, [(Quantity.Scientific(ComputeThreshold.GeneralPurpose.Flops), ComputeThreshold.GeneralPurpose)]);
        return text.Append("""

            ## Known, not in the table

            - New York General Business Law, article 44-B (RAISE Act), signed on 19 December 2025 and amended in March 2026, in
              force from 1 January 2027: reports give more than 1e26 operations. The amended definition of a frontier model was
              not seen in the official text.
            - United States, Executive Order 14110 (1e26): revoked.

            Another country's law, a contract or a review board is an option: `scaling_analyzers.compute_thresholds`.

            """.Replace("\r\n", "\n", System.StringComparison.Ordinal)).ToString();
    }

    private static void Table(StringBuilder text, IEnumerable<(string Shown, ComputeThreshold Row)> rows)
    {
        text.Append("| more FLOPs than | statute | consequence | applies from | source | confidence |\n|---|---|---|---|---|---|\n");
        foreach (var (shown, row) in rows)
        {
            text.Append("| ").AppendJoin(" | ", [shown, row.Law, row.Consequence, row.AppliesFrom, row.Source, row.Confidence])
                .Append(" |\n");
        }
    }
}
