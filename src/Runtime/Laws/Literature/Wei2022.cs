using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>An ability and the first training compute at which it was observed.</summary>
public sealed record EmergentAbility
{
    internal EmergentAbility(string name, double trainingFlops, double parameters)
    {
        Name = name;
        TrainingFlops = trainingFlops;
        Parameters = parameters;
    }

    /// <summary>The ability.</summary>
    public string Name { get; }

    /// <summary>FLOPs of that training.</summary>
    public double TrainingFlops { get; }

    /// <summary>Parameters of that model.</summary>
    public double Parameters { get; }
}

/// <summary>
/// Wei et al. 2022, "Emergent Abilities of Large Language Models", arXiv:2206.07682, table 1: where abilities were
/// first observed. A history, not a threshold.
/// </summary>
public static class Wei2022
{
    /// <summary>The rows of table 1, by compute.</summary>
    public static IReadOnlyList<EmergentAbility> Abilities { get; } = Array.AsReadOnly(new EmergentAbility[]
    {
        new("scratchpad", 8.9e19, 4e7),
        new("toxicity classification", 1.3e22, 7.1e9),
        new("addition and subtraction of 3 digits", 2.3e22, 1.3e10),
        new("instruction following", 1.3e23, 6.8e10),
        new("chain of thought: maths word problems", 1.3e23, 6.8e10),
        new("P(True) calibration", 2.6e23, 5.2e10),
        new("chain of thought: StrategyQA", 2.9e23, 6.2e10),
        new("addition and subtraction of 4 to 5 digits", 3.1e23, 1.75e11),
        new("MMLU, average of 57 topics", 3.1e23, 1.75e11),
        new("TruthfulQA", 5.0e23, 2.8e11),
        new("word in context (WiC)", 2.5e24, 5.4e11),
    });
}
