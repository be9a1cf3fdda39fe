using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>The values of a run that is given as plain properties.</summary>
internal static class TrainingRunValues
{
    public static ConfigValues Of(TrainingRun run)
    {
        var values = new ConfigValues();
        foreach (var (role, content) in Contents(run))
        {
            if (content is not null) values.Add(new ConfigValue(role, role.ToString(), content, 1, ConfigValue.NoSource));
        }

        // Counts without a role: no member of a config declares them.
        foreach (var (name, count) in new[]
        {
            (nameof(run.NonEmbeddingParameters), run.NonEmbeddingParameters),
            (nameof(run.AttentionWidth), run.AttentionWidth),
        })
        {
            if (count <= 0)
                values.AddRefused(new ConfigValue(ConfigRole.None, name, count, 1, ConfigValue.NoSource), "must be positive");
        }

        if (run.Shape is { } shape)
        {
            foreach (var (role, size) in Sizes(shape)) values.Add(new ConfigValue(role, role.ToString(), size, 1, ConfigValue.NoSource));
            values.HasModel = true;
            values.Shape = Architectures.FamilyShape.Of(shape);
        }

        return values;
    }

    // The sizes that rules are about.
    private static IEnumerable<(ConfigRole Role, long Size)> Sizes(Architectures.TransformerShape shape)
    {
        yield return (ConfigRole.HiddenSize, shape.HiddenSize);
        yield return (ConfigRole.Layers, shape.Layers);
        yield return (ConfigRole.AttentionHeads, shape.Heads);
        if (shape.KeyValueHeads is { } groups) yield return (ConfigRole.KeyValueHeads, groups);
        yield return (ConfigRole.VocabularySize, shape.VocabularySize);
    }

    private static IEnumerable<(ConfigRole Role, object? Content)> Contents(TrainingRun run) =>
    [
        (ConfigRole.Parameters, run.Parameters),
        (ConfigRole.ActiveParameters, run.ActiveParameters),
        (ConfigRole.TrainingTokens, run.TrainingTokens),
        (ConfigRole.PriorTokens, run.PriorTokens),
        (ConfigRole.UniqueTokens, run.UniqueTokens),
        (ConfigRole.InferenceTokens, run.InferenceTokens),
        (ConfigRole.FineTuningTokens, run.FineTuningTokens),
        (ConfigRole.ReinforcementTokens, run.ReinforcementTokens),
        (ConfigRole.TeacherParameters, run.TeacherParameters),
        (ConfigRole.TokensPerQuery, run.TokensPerQuery),
        (ConfigRole.SamplesPerQuery, run.SamplesPerQuery),
        (ConfigRole.SequenceLength, run.SequenceLength),
        (ConfigRole.MicroBatchSequences, run.MicroBatchSequences),
        (ConfigRole.TensorParallel, run.TensorParallel),
        (ConfigRole.PipelineParallel, run.PipelineParallel),
        (ConfigRole.ContextParallel, run.ContextParallel),
        (ConfigRole.Recomputation, (int?)run.Recomputation),
        (ConfigRole.Accelerator, run.Accelerator?.Name),
        (ConfigRole.AcceleratorCount, run.AcceleratorCount),
        (ConfigRole.PeakFlopsPerSecond, run.PeakFlopsPerSecond),
        (ConfigRole.Utilization, run.Utilization),
        (ConfigRole.UtilizationBasis, run.UtilizationBasis == UtilizationBasis.Unspecified ? null : (int)run.UtilizationBasis),
        (ConfigRole.TokensPerSecondPerAccelerator, run.TokensPerSecondPerAccelerator),
        (ConfigRole.Availability, run.Availability),
        (ConfigRole.SyntheticShare, run.SyntheticShare),
        (ConfigRole.HostPowerFactor, run.HostPowerFactor),
        (ConfigRole.PowerUsageEffectiveness, run.PowerUsageEffectiveness),
        (ConfigRole.PricePerAcceleratorHour, run.PricePerAcceleratorHour),
        (ConfigRole.MaxFlops, run.MaxFlops),
        (ConfigRole.MaxAcceleratorHours, run.MaxAcceleratorHours),
        (ConfigRole.MaxCost, run.MaxCost),
        (ConfigRole.MaxDays, run.MaxDays),
        (ConfigRole.TargetLoss, run.TargetLoss),
        (ConfigRole.Precision, run.Precision is { } precision and not NumericFormat.Unspecified ? (int)precision : null),
        (ConfigRole.GradientPrecision,
            run.GradientPrecision is { } gradients and not NumericFormat.Unspecified ? (int)gradients : null),
        (ConfigRole.ServingPrecision, run.ServingPrecision is { } served and not NumericFormat.Unspecified ? (int)served : null),
        (ConfigRole.Intent, run.Intent == TrainingIntent.Unspecified ? null : (int)run.Intent),
        (ConfigRole.Stage, run.Stage == TrainingStage.Unspecified ? null : (int)run.Stage),
        (ConfigRole.Optimizer, OptimizerOf(run)),
    ];

    private static string? OptimizerOf(TrainingRun run) => run.Optimizer switch
    {
        Optimizer.Adam or null => null,
        { } optimizer => optimizer.ToString(),
    };
}
