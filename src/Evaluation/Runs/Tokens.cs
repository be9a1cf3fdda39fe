using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Training tokens of a config: declared, or steps x batch x sequence, or unique tokens x epochs.</summary>
internal static class Tokens
{
    public static TokenCount? Of(FactSheet facts)
    {
        if (facts.Has(ConfigRole.TrainingTokens))
        {
            var declared = facts.Find(ConfigRole.TrainingTokens)!;
            return facts.Count(ConfigRole.TrainingTokens) is { } tokens ? new TokenCount(tokens, declared, declared.Literal, "declared") : null;
        }

        // Steps would win over epochs, were they known.
        return facts.IsUnreadable(ConfigRole.MaxSteps) ? null : FromSteps(facts) ?? FromEpochs(facts);
    }

    /// <summary>MaxSteps x tokens per batch, or x global batch in sequences x SequenceLength.</summary>
    public static TokenCount? FromSteps(FactSheet facts)
    {
        if (facts.Count(ConfigRole.MaxSteps) is not { } steps || facts.Find(ConfigRole.MaxSteps) is not { } decidedBy) return null;
        if (Batch(facts) is not { } batch || Product(facts, decidedBy, batch.Factors.Prepend(steps)) is not { } tokens) return null;
        double perStep = batch.Factors.Aggregate(1.0, (product, factor) => product * factor);
        return new TokenCount(tokens, decidedBy, decidedBy.Literal?.Times(perStep), decidedBy.Name + " x " + batch.Formula);
    }

    /// <summary>Unique tokens x epochs.</summary>
    public static TokenCount? FromEpochs(FactSheet facts)
    {
        if (facts.Count(ConfigRole.UniqueTokens) is not { } unique || facts.Positive(ConfigRole.Epochs) is not { } epochs) return null;
        var decidedBy = facts.Find(ConfigRole.Epochs)!;
        decimal product = epochs * unique < 9e18 ? (decimal)epochs * unique : 0;
        if (product < 1) return null;
        long tokens = (long)Math.Round(product, 0, MidpointRounding.AwayFromZero);
        return new TokenCount(tokens, decidedBy, decidedBy.Literal?.Times(unique), facts.Find(ConfigRole.UniqueTokens)!.Name + " x " + decidedBy.Name);
    }

    /// <summary>Tokens of one optimizer step, and the member whose literal decides them; null where unknown.</summary>
    public static TokenCount? PerStep(FactSheet facts)
    {
        if (Batch(facts) is not { } batch) return null;
        var decidedBy = facts.Find(batch.Roles[0])!;
        var product = batch.Factors.Aggregate(BigInteger.One, (p, factor) => p * factor);
        if (product > long.MaxValue) return null;
        double others = batch.Factors.Skip(1).Aggregate(1.0, (p, factor) => p * factor);
        return new TokenCount((long)product, decidedBy, decidedBy.Literal?.Times(others), batch.Formula);
    }

    private static (long[] Factors, string Formula, ConfigRole[] Roles)? Batch(FactSheet facts)
    {
        if (facts.Has(ConfigRole.TokensPerBatch)) return Factors(facts, ConfigRole.TokensPerBatch);
        if (facts.Has(ConfigRole.GlobalBatchSequences)) return Factors(facts, ConfigRole.GlobalBatchSequences, ConfigRole.SequenceLength);
        bool isSplit = facts.Has(ConfigRole.GradientAccumulationSteps) || facts.Has(ConfigRole.WorldSize) || facts.Has(ConfigRole.DataParallel);
        var perDevice = facts.Has(ConfigRole.MicroBatchSequences) ? ConfigRole.MicroBatchSequences : ConfigRole.BatchSequences;
        if (perDevice == ConfigRole.BatchSequences && !isSplit)
        {
            // A bare batch size beside several accelerators may be either; we do not guess.
            if (facts.Has(ConfigRole.AcceleratorCount) && facts.Count(ConfigRole.AcceleratorCount) != 1) return null;
            return Factors(facts, ConfigRole.BatchSequences, ConfigRole.SequenceLength);
        }

        var world = facts.Has(ConfigRole.WorldSize) ? ConfigRole.WorldSize : ConfigRole.DataParallel;
        return Factors(facts, perDevice, ConfigRole.GradientAccumulationSteps, world, ConfigRole.SequenceLength);
    }

    private static (long[] Factors, string Formula, ConfigRole[] Roles)? Factors(FactSheet facts, params ConfigRole[] roles)
    {
        var values = new List<long>();
        foreach (var role in roles)
        {
            if (facts.Count(role) is not { } value) return null;
            values.Add(value);
        }

        return (values.ToArray(), string.Join(" x ", roles.Select(role => facts.Find(role)!.Name)), roles);
    }

    private static long? Product(FactSheet facts, Fact decidedBy, IEnumerable<long> factors)
    {
        var product = factors.Aggregate(BigInteger.One, (p, f) => p * f);
        if (product <= long.MaxValue) return (long)product;
        facts.Refuse(decidedBy.Role, "makes " + Quantity.Scientific(Math.Exp(BigInteger.Log(product))) + " tokens, beyond a 64-bit count");
        return null;
    }
}
