using System;
using System.Globalization;
using System.Text;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Laws;

/// <summary>The section on a small model on many tokens beside a large one on few.</summary>
internal static partial class LawDocument
{
    private static void SmallOrLarge(StringBuilder text)
    {
        var small = new TrainingRun { Parameters = 7_000_000_000, TrainingTokens = 2_000_000_000_000 };
        var large = new TrainingRun { Parameters = 70_000_000_000, TrainingTokens = 200_000_000_000 };
        text.Append(
            """
            ## 7B on 2T tokens, or 70B on 200B

            That a 7B model on 2T tokens beats a 70B model on 200B, at the same 8.4e22 FLOPs, is a frequent claim. The losses by
            every law that predicts both, nats per token on its own data; a law decides it only where its band of the difference
            does not contain zero:

            | law | 7B on 2T | 70B on 200B | difference | result |
            |---|---|---|---|---|

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        foreach (var law in LawCatalog.All)
        {
            var both = Comparison.Of(small, large, law);
            if (both.LossDifference is not { } difference) continue;
            string lower = difference < 0 ? "7B on 2T is lower" : "70B on 200B is lower";
            string verdict = both.CannotBeToldApart switch
            {
                true => "cannot tell them apart",
                false => lower,
                null => lower + ", by an unknown margin of error",
            };
            text.Append(Row($"`{law.Id}`", Loss(both.First.PredictedLoss), Loss(both.Second.PredictedLoss),
                difference.ToString("+0.000;-0.000", CultureInfo.InvariantCulture), verdict));
        }

        text.Append(
            "\nThe small model is ten times cheaper to serve, which no loss counts: InferencePlan weighs it.\n\n");
    }
}
