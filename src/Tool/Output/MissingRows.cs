using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>What an estimate does not show, with the option that would bring it.</summary>
internal static class MissingRows
{
    /// <summary>The missing quantities of a run, but for what is asked for in another place.</summary>
    public static string[] Of(ConfigRun run, IReadOnlyCollection<ConfigRole> asked) =>
        All(run).Where(row => !row.Roles.Any(asked.Contains)).Select(row => row.Text).ToArray();

    private static IEnumerable<(string Text, ConfigRole[] Roles)> All(ConfigRun run)
    {
        var counted = run.Estimate.Counted;
        if (counted.Parameters is null)
        {
            yield return ("the rest needs --parameters", [ConfigRole.Parameters, ConfigRole.VocabularySize]);
            yield break;
        }

        if (counted.TrainingTokens is null)
        {
            yield return ("compute, loss and hours need --tokens", [ConfigRole.TrainingTokens, ConfigRole.GlobalBatchSequences,
                ConfigRole.MaxSteps]);
            yield break;
        }

        if (run.Estimate.AcceleratorHours is null)
        {
            if (run.PartlyTrained is not null)
            {
                yield return ("hours need --tokens-per-second", [ConfigRole.Utilization]);
                yield break;
            }

            bool hasChip = counted.Accelerator is not null || run.Estimate.PeakFlopsPerSecond is not null;
            if (counted.Utilization is null)
            {
                string chip = hasChip ? "" : "--accelerator and ";
                yield return ("hours need " + chip + "--mfu, or --tokens-per-second", [ConfigRole.Utilization]);
            }
            else if (!hasChip)
            {
                yield return ("hours need --accelerator", [ConfigRole.Accelerator]);
            }

            yield break;
        }

        if (counted.AcceleratorCount is null) yield return ("days need --gpus", [ConfigRole.AcceleratorCount]);
        if (counted.PricePerAcceleratorHour is null) yield return ("cost needs --price", [ConfigRole.PricePerAcceleratorHour]);
    }
}
