using System;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>The optimizer of the run, by the names of trainers.</summary>
internal static class OptimizerNames
{
    /// <summary>
    /// The optimizer; Adam where none is declared, null where it is unknown or only a part of the model is trained.
    /// </summary>
    public static Optimizer? Of(CheckedConfig config, TrainingStage stage)
    {
        // An adapter's state follows from its own size, and without a stage a checkpoint leaves open what is trained.
        if (config.Has(ConfigRole.StartingPoint)
            && (stage == TrainingStage.Unspecified || IsAdapter(config.Find(ConfigRole.StartingPoint)!))) return null;
        if (!config.Has(ConfigRole.Optimizer)) return Optimizer.Adam;
        if (config.Text(ConfigRole.Optimizer) is not { } name) return null;
        return new string(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray()) switch
        {
            "adam" or "adamw" or "adamwtorch" or "adamwtorchfused" or "adamwhf" or "adamwapexfused" or "fusedadam" => Optimizer.Adam,
            "adam8bit" or "adamw8bit" or "adamwbnb8bit" => Optimizer.Adam8Bit,
            "sgd" or "sgdmomentum" => Optimizer.SgdMomentum,
            "adafactor" => Optimizer.Adafactor,
            _ => null,
        };
    }

    /// <summary>
    /// Whether the optimizer is of the Adam family; true where none is declared, because nearly every language model
    /// uses it.
    /// </summary>
    public static bool IsAdam(CheckedConfig config) => !config.Has(ConfigRole.Optimizer)
        || (config.Text(ConfigRole.Optimizer) is { } name && name.IndexOf("adam", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether a starting point is an adapter beside frozen weights.</summary>
    public static bool IsAdapter(ConfigValue start) => start.Name.IndexOf("lora", StringComparison.OrdinalIgnoreCase) >= 0;
}
