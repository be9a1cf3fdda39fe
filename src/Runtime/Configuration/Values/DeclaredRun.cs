using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Configuration;

/// <summary>A run in plain values as a config declares it. What cannot be read or used is null.</summary>
internal static class DeclaredRun
{
    /// <summary>The run; what the config leaves open and the options declare is the options'.</summary>
    public static TrainingRun Of(string name, CheckedConfig config, Accelerator? accelerator, CheckOptions options)
    {
        var (parameters, active) = (config.Parameters, config.ActiveParameters);

        // An active count that is not known must not turn a mixture into a dense model.
        bool isActiveUnknown = config.IsUncountedMixture || (active is null && config.Has(ConfigRole.ActiveParameters));
        bool isShapeUnknown = isActiveUnknown || (parameters is null && config.Has(ConfigRole.Parameters));
        double? utilization = config.Has(ConfigRole.Utilization) ? config.Amount(ConfigRole.Utilization) : options.Utilization;
        var stage = (TrainingStage)(config.Choice(ConfigRole.Stage) ?? 0);

        // One object: a copy of this record is as large as a small config costs.
        return new TrainingRun
        {
            Name = name,
            Accelerator = accelerator,
            Parameters = isActiveUnknown ? null : parameters,
            ActiveParameters = active == parameters ? null : active,
            Shape = isShapeUnknown ? null : config.Shape?.Shape,
            TrainingTokens = config.Tokens?.Value,
            PriorTokens = config.Count(ConfigRole.PriorTokens),
            UniqueTokens = config.Count(ConfigRole.UniqueTokens),
            SyntheticShare = Share(config, ConfigRole.SyntheticShare),
            InferenceTokens = config.Count(ConfigRole.InferenceTokens),
            FineTuningTokens = config.Count(ConfigRole.FineTuningTokens),
            ReinforcementTokens = config.Count(ConfigRole.ReinforcementTokens),
            TeacherParameters = config.Count(ConfigRole.TeacherParameters),
            TokensPerQuery = config.Count(ConfigRole.TokensPerQuery),
            SamplesPerQuery = config.Count(ConfigRole.SamplesPerQuery),
            SequenceLength = config.Count(ConfigRole.SequenceLength),
            MicroBatchSequences = ParallelDegrees.AreKnown(config) ? config.Count(ConfigRole.MicroBatchSequences) : null,
            TensorParallel = ParallelDegrees.Of(config, ConfigRole.TensorParallel),
            PipelineParallel = ParallelDegrees.Of(config, ConfigRole.PipelineParallel),
            ContextParallel = ParallelDegrees.Of(config, ConfigRole.ContextParallel),
            Recomputation = (Recomputation?)config.Choice(ConfigRole.Recomputation),
            PeakFlopsPerSecond = config.Amount(ConfigRole.PeakFlopsPerSecond),
            AcceleratorCount = config.Count(ConfigRole.AcceleratorCount),
            Utilization = utilization is > 0 and <= 1 ? utilization : null,
            UtilizationBasis = (UtilizationBasis)(config.Choice(ConfigRole.UtilizationBasis) ?? 0),
            TokensPerSecondPerAccelerator = config.Amount(ConfigRole.TokensPerSecondPerAccelerator),
            HostPowerFactor = AtLeastOne(config, ConfigRole.HostPowerFactor),
            PowerUsageEffectiveness = AtLeastOne(config, ConfigRole.PowerUsageEffectiveness),
            Availability = Share(config, ConfigRole.Availability),
            Precision = Format(config, ConfigRole.Precision),
            GradientPrecision = Format(config, ConfigRole.GradientPrecision),
            ServingPrecision = Format(config, ConfigRole.ServingPrecision),
            Optimizer = OptimizerNames.Of(config, stage),
            PricePerAcceleratorHour = config.Has(ConfigRole.PricePerAcceleratorHour)
                ? config.Amount(ConfigRole.PricePerAcceleratorHour)
                : options.PricePerAcceleratorHour,
            MaxFlops = config.Amount(ConfigRole.MaxFlops),
            MaxAcceleratorHours = config.Amount(ConfigRole.MaxAcceleratorHours),
            MaxCost = config.Amount(ConfigRole.MaxCost),
            MaxDays = config.Amount(ConfigRole.MaxDays),
            TargetLoss = config.Amount(ConfigRole.TargetLoss),
            Intent = config.Has(ConfigRole.Intent)
                ? (TrainingIntent)(config.Choice(ConfigRole.Intent) ?? 0)
                : options.Intent ?? TrainingIntent.Unspecified,
            Stage = stage,
        };
    }

    private static double? Share(CheckedConfig config, ConfigRole role) =>
        config.Amount(role) is { } share and <= 1 ? share : null;

    private static double? AtLeastOne(CheckedConfig config, ConfigRole role) =>
        config.Amount(role) is { } factor and >= 1 ? factor : null;

    private static NumericFormat? Format(CheckedConfig config, ConfigRole role) =>
        config.IsUnreadable(role) ? null : (NumericFormat)(config.Choice(role) ?? 0);
}
