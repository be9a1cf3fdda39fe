using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE103: weights, gradients and optimizer do not fit the accelerators' memory.</summary>
internal sealed class StateFits : RunRule
{
    private static readonly ConfigRole[] Deciding =
    [
        ConfigRole.AcceleratorCount, ConfigRole.Accelerator, ConfigRole.ZeroStage, ConfigRole.TensorParallel, ConfigRole.PipelineParallel,
        ConfigRole.DataParallel, ConfigRole.ExpertParallel, ConfigRole.Optimizer, ConfigRole.Precision, ConfigRole.Parameters, ConfigRole.Model,
    ];

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (Magnitudes.IsSuspicious(run, ConfigRole.Parameters)) return;
        if (StateMemory.Of(run, run.Run.Shape, Divisions.Of(run)) is not { Fits: false } state) return;
        if (!Deciding.Any(role => run.Facts.Find(role) is { } fact && report.Concerns(fact))) return;
        var per = state.PerDevice;
        string parts = string.Join(", ", new[] { ("weights", per.Weights), ("gradients", per.Gradients), ("master weights", per.MasterWeights), ("optimizer", per.OptimizerState) }
            .Where(part => part.Item2 > 0)
            .Select(part => part.Item1 + " " + Gigabytes(part.Item2)));
        string remedy = state.Smallest is { } smallest
            ? "It fits from " + Quantity.Ratio(smallest) + (smallest == 1 ? " accelerator on" : " accelerators on")
            : "No number of accelerators fits it so: divide more by ZeRO, tensor or pipeline parallelism";
        var facts = FixFacts.None.With("stateBytesPerDevice", (double)per.Total).With("memoryBytes", state.Memory).With("smallestCount", state.Smallest);
        report.At(
            run.Facts.Find(ConfigRole.AcceleratorCount) ?? run.Facts.Find(ConfigRole.Accelerator), Rules.StateDoesNotFit, facts,
            run.Name, Gigabytes(per.Total), Quantity.Ratio(state.Devices), run.Run.Accelerator!.Name, Gigabytes(state.Memory), parts, state.Sharding, remedy);
    }

    private static string Gigabytes(long bytes) => Quantity.Ratio(bytes / 1e9) + " GB";
}
