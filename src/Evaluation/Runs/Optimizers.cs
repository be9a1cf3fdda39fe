using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the run's optimizer keeps, by the name that trainers give it.</summary>
internal static class Optimizers
{
    /// <summary>The optimizer; Adam where none is declared, null where one is that is not known or where only a part of the model is trained.</summary>
    public static Optimizer? Of(FactSheet facts, TrainingStage stage)
    {
        // An adapter's state follows from its own size, and without a stage a checkpoint does not say what is trained.
        if (facts.Has(ConfigRole.StartingPoint) && (stage == TrainingStage.Unspecified || IsAdapter(facts.Find(ConfigRole.StartingPoint)!))) return null;
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

    /// <summary>Whether a starting point is an adapter beside weights that stay as they are.</summary>
    public static bool IsAdapter(Fact start) => start.Name.IndexOf("lora", System.StringComparison.OrdinalIgnoreCase) >= 0;
}
