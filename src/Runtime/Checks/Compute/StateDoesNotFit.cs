using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE103: weights, gradients and optimizer do not fit the accelerators' memory.</summary>
internal sealed class StateDoesNotFit : RunCheck
{
    private static readonly ConfigRole[] Deciding =
    [
        ConfigRole.AcceleratorCount, ConfigRole.Accelerator, ConfigRole.ZeroStage, ConfigRole.TensorParallel, ConfigRole.PipelineParallel,
        ConfigRole.DataParallel, ConfigRole.ExpertParallel, ConfigRole.Optimizer, ConfigRole.Precision, ConfigRole.GradientPrecision,
        ConfigRole.Parameters, ConfigRole.Model, ConfigRole.MicroBatchSequences, ConfigRole.SequenceLength,
        ConfigRole.Recomputation,
    ];

    public override Rule Rule => RuleTable.StateDoesNotFit;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.Parameters)) yield break;
        if (StateMemory.Of(run, run.Declared.Shape, Divisions.Of(run)) is not { } state) yield break;
        var activations = ActivationRoom.Of(run, state);
        if (state.Fits && activations.FitsWithAll && !state.StepNeedsMore) yield break;
        if (state.Fits && !activations.IsShort && !state.IsTight) yield break;
        var deciding = Finding.Values(Deciding.Select(run.Config.Find).ToArray());
        if (deciding.Count == 0) yield break;
        var per = state.PerDevice;
        var parts = new[] { ("weights", per.Weights), ("gradients", per.Gradients), ("master weights", per.MasterWeights), (
            "optimizer", per.OptimizerState) };
        (string, string)[] what =
        [
            ("state", Gigabytes(per.Total)),
            ("devices", Quantity.Ratio(state.Devices)),
            ("chip", run.Declared.Accelerator!.Name),
            ("memory", Gigabytes(state.Memory)),
            ("parts", string.Join(", ", parts.Where(part => part.Item2 > 0).Select(part => part.Item1 + " " + Gigabytes(part.Item2)))),
            ("sharding", state.Sharding),
        ];
        var (sentence, end) = !state.Fits ? (0, ("remedy", Remedy(state)))
            : activations.IsShort ? activations.Sentence
            : state.StepNeedsMore ? (2, ("step", Gigabytes(state.StepGradients)))
            : (1, ("remedy", Quantity.Percent((double)per.Total / state.Memory)));
        yield return new Finding(Rule, run.Name, sentence, [.. what, end])
        {
            Severity = state.Fits && !activations.NeverFit ? FindingSeverity.Info : Rule.Severity,
            At = Finding.Values(run.Config.Find(ConfigRole.AcceleratorCount) ?? run.Config.Find(ConfigRole.Accelerator)),
            Concerns = deciding,
            Data = new FindingData()
                .With(FindingKeys.StateBytesPerDevice, (double)per.Total)
                .With(FindingKeys.MemoryBytes, state.Memory)
                .With(FindingKeys.SmallestCount, state.Smallest)
                .With(FindingKeys.ActivationBytes, run.Estimate.Activations?.Total)
                .With(FindingKeys.LeastActivationBytes, run.Estimate.RecomputedActivations?.Total),
        };
    }

    private static string Remedy(StateMemory state) => state.Smallest is { } smallest
        ? "It fits from " + Quantity.Ratio(smallest) + (smallest == 1 ? " accelerator on" : " accelerators on")
        : "No number of accelerators fits it so: divide more by ZeRO, tensor or pipeline parallelism";

    internal static string Gigabytes(long bytes) => Quantity.Ratio(bytes / 1e9) + " GB";
}
