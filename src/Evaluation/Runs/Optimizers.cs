using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the run's optimizer keeps, by the name that trainers give it.</summary>
internal static class Optimizers
{
    /// <summary>The optimizer; Adam where none is declared, null where one is that is not known or where only a part of the model is trained.</summary>
    public static Optimizer? Of(FactSheet facts, TrainingStage stage)
    {
        // Adapters and frozen parts have no state of their own that the config would show.
        if (stage != TrainingStage.ContinuedPretraining && facts.Has(ConfigRole.StartingPoint)) return null;
        if (!facts.Has(ConfigRole.Optimizer)) return Optimizer.Adam;
        if (facts.Text(ConfigRole.Optimizer) is not { } name) return null;
        return new string(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray()) switch
        {
            "adam" or "adamw" or "adamwtorch" or "adamwtorchfused" or "adamwhf" or "adamwapexfused" or "fusedadam" => Optimizer.Adam,
            "adam8bit" or "adamw8bit" or "adamwbnb8bit" => Optimizer.Adam8Bit,
            "sgd" or "sgdmomentum" => Optimizer.SgdMomentum,
            "adafactor" => Optimizer.Adafactor,
            _ => null,
        };
    }
}
