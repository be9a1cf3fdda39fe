using System;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Checks;

/// <summary>The training state of a run on its fullest accelerator, as far as its sharding is declared.</summary>
/// <param name="PerDevice">Bytes on that accelerator.</param>
/// <param name="Devices">All accelerators.</param>
/// <param name="Memory">What one has, bytes.</param>
/// <param name="Smallest">The fewest accelerators on which it fits; null where no number does.</param>
/// <param name="Sharding">A description of the sharding.</param>
internal sealed record StateMemory(TrainingMemory PerDevice, long Devices, long Memory, long? Smallest, string Sharding)
{
    // Activations need the rest.
    private const double Tight = 0.9;

    public bool Fits => PerDevice.Total <= Memory;

    /// <summary>Whether it fits, and leaves hardly anything for activations.</summary>
    public bool IsTight => Fits && (PerDevice.Total >= Tight * Memory || StepNeedsMore);

    /// <summary>
    /// What an optimizer step adds to declared ZeRO: DeepSpeed converts the 16-bit gradients of its part to 32 bits
    /// beside the 32-bit master weights (runtime/zero/stage_1_and_2.py counts 16 bytes a divided parameter).
    /// </summary>
    public long StepGradients { get; private init; }

    /// <summary>Whether the state fits, but not during such a step.</summary>
    public bool StepNeedsMore => StepGradients > Memory - PerDevice.Total;

    /// <summary>The state under a parallel plan; null where it cannot be known.</summary>
    public static StateMemory? Of(ConfigRun run, TransformerShape? shape, Divisions divisions)
    {
        var config = run.Config;
        if (run.Declared.Accelerator?.MemoryBytes is not { } memory || memory <= 0 || DevicesOf(divisions) is not { } devices) return null;

        // A config need not show whether a part is frozen: a constant may assume that none is, a warning may not.
        if (run.Declared.Stage != TrainingStage.ContinuedPretraining && config.Has(ConfigRole.StartingPoint)) return null;
        if (run.Declared.Optimizer is not { } optimizer || run.Declared.Precision is not { } precision
            || run.Estimate.Counted.Parameters is not { } parameters) return null;
        if (shape?.Validate() is not null || (optimizer == Optimizer.Adafactor && shape is null)) return null;
        if (new TrainingMemoryOptions { Optimizer = optimizer, Precision = precision }.WithGradients(run.Declared.GradientPrecision)
            is not { } options) return null;
        try
        {
            return Declared(config, divisions, options, devices) is { } declared
                ? Sharded(declared, parameters, shape, devices, memory)
                : Even(optimizer == Optimizer.Adafactor ? shape!.TrainingMemory(options) : TrainingMemory.Of(parameters, options),
                    devices, memory);
        }
        catch (ArgumentOutOfRangeException)
        {
            // A plan that such a model cannot use: other rules report it.
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static StateMemory Sharded(TrainingMemoryOptions options, long parameters, TransformerShape? shape, long devices, long memory)
    {
        var (state, smallest) = shape is null
            ? (TrainingMemory.Of(parameters, options), TrainingMemory.SmallestDeviceCount(parameters, memory, options))
            : (shape.TrainingMemory(options), shape.SmallestDeviceCount(memory, options));
        string words = string.Join(", ", new[]
        {
            "ZeRO " + Quantity.Ratio(options.ZeroStage) + " over " + Quantity.Ratio(options.DataParallel),
            options.TensorParallel > 1 ? "tensor " + Quantity.Ratio(options.TensorParallel) : "",
            options.PipelineParallel > 1 ? "pipeline " + Quantity.Ratio(options.PipelineParallel) : "",
            options.ExpertParallel > 1 ? "expert " + Quantity.Ratio(options.ExpertParallel) : "",
        }.Where(w => w.Length > 0));
        bool converts = options.ZeroStage is 1 or 2 && options.DataParallel > 1 && !options.Fp32Gradients;
        return new StateMemory(state, devices, memory, smallest, words) { StepGradients = converts ? state.MasterWeights : 0 };
    }

    // An even split over all devices is the minimum on the fullest device.
    private static StateMemory Even(TrainingMemory whole, long devices, long memory)
    {
        var share = new TrainingMemory(
            Up(whole.Weights), Up(whole.Gradients), Up(whole.MasterWeights), Up(whole.OptimizerState), Up(whole.ParametersPerDevice));
        long smallest = (whole.Total / memory) + (whole.Total % memory == 0 ? 0 : 1);
        return new StateMemory(share, devices, memory, smallest,
            devices == 1 ? "one accelerator" : "split evenly over all, the least it can be");

        long Up(long bytes) => bytes / devices;
    }

    // Known only where ZeRO is declared, or nothing is left to divide over; the plan must use up the accelerators.
    private static TrainingMemoryOptions? Declared(CheckedConfig config, Divisions divisions, TrainingMemoryOptions options, long devices)
    {
        long tensor = divisions[ConfigRole.TensorParallel] ?? 1;
        long pipeline = divisions[ConfigRole.PipelineParallel] ?? 1;
        if (tensor > devices || pipeline > devices / tensor || devices % (tensor * pipeline) != 0) return null;
        long data = devices / (tensor * pipeline);
        if (divisions[ConfigRole.DataParallel] is { } declared && declared != data) return null;
        int? stage = config.Has(ConfigRole.ZeroStage) ? config.Choice(ConfigRole.ZeroStage) : data == 1 && devices > 1 ? 0 : null;
        if (stage is not (>= 0 and <= 3) || data > int.MaxValue || tensor > int.MaxValue || pipeline > int.MaxValue) return null;
        long expert = divisions[ConfigRole.ExpertParallel] ?? 1;
        return expert > data ? null : options with
        {
            ZeroStage = stage.Value,
            DataParallel = (int)data,
            TensorParallel = (int)tensor,
            PipelineParallel = (int)pipeline,
            ExpertParallel = (int)expert,
        };
    }

    private static long? DevicesOf(Divisions divisions)
    {
        if (divisions[ConfigRole.AcceleratorCount] is { } count) return count;
        if (divisions[ConfigRole.DataParallel] is not { } data || divisions[ConfigRole.TensorParallel] is not { } tensor
            || divisions[ConfigRole.PipelineParallel] is not { } pipeline) return null;
        return tensor <= int.MaxValue && pipeline <= int.MaxValue / tensor && data <= int.MaxValue / (tensor * pipeline)
            ? data * tensor * pipeline
            : null;
    }
}
