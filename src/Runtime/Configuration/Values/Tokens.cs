using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Tokens of a run or of a step, and the value that decides them.</summary>
internal sealed class TokenCount
{
    /// <summary>The formula of declared tokens.</summary>
    public const string Declared = "declared";

    public TokenCount(long value, ConfigValue decidedBy, double perUnit, string formula)
    {
        Value = value;
        DecidedBy = decidedBy;
        PerUnit = perUnit;
        Formula = formula;
    }

    public long Value { get; }

    /// <summary>The declared tokens, or the steps or epochs they follow from.</summary>
    public ConfigValue DecidedBy { get; }

    /// <summary>Tokens for one unit of the deciding value: one step, one epoch.</summary>
    public double PerUnit { get; }

    /// <summary>"declared", "MaxSteps x GlobalBatchSize x SequenceLength", ...</summary>
    public string Formula { get; }

    public bool IsDeclared => Formula == Declared;
}

/// <summary>Training tokens of a config: declared, or steps x batch x sequence, or unique tokens x epochs.</summary>
internal static class Tokens
{
    /// <summary>The effective tokens; impossible values go to <paramref name="refuse"/>.</summary>
    public static TokenCount? Of(CheckedConfig config, Action<ConfigRole, string> refuse)
    {
        if (config.Has(ConfigRole.TrainingTokens))
        {
            var declared = config.Find(ConfigRole.TrainingTokens)!;
            return config.Count(ConfigRole.TrainingTokens) is { } tokens ? new TokenCount(tokens, declared, 1, TokenCount.Declared) : null;
        }

        // Steps would have precedence over epochs if they were known.
        if (config.IsUnreadable(ConfigRole.MaxSteps)) return null;
        RefuseDegrees(config, refuse);
        if (TooMany(config) is { } tooMany) refuse(ConfigRole.MaxSteps, tooMany);
        return FromSteps(config) ?? FromEpochs(config);
    }

    /// <summary>MaxSteps x tokens per batch, or x global batch in sequences x SequenceLength.</summary>
    public static TokenCount? FromSteps(CheckedConfig config)
    {
        if (Steps(config) is not { } known || known.Product > long.MaxValue) return null;
        double perStep = known.Batch.Factors.Aggregate(1.0, (product, factor) => product * factor);
        return new TokenCount((long)known.Product, known.Steps, perStep, known.Steps.Name + " x " + known.Batch.Formula);
    }

    /// <summary>Unique tokens x epochs.</summary>
    public static TokenCount? FromEpochs(CheckedConfig config)
    {
        if (config.Count(ConfigRole.UniqueTokens) is not { } unique || config.Amount(ConfigRole.Epochs) is not { } epochs) return null;
        var decidedBy = config.Find(ConfigRole.Epochs)!;
        decimal product = epochs * unique < 9e18 ? (decimal)epochs * unique : 0;
        if (product < 1) return null;
        long tokens = (long)Math.Round(product, 0, MidpointRounding.AwayFromZero);
        return new TokenCount(tokens, decidedBy, unique, config.Find(ConfigRole.UniqueTokens)!.Name + " x " + decidedBy.Name);
    }

    /// <summary>Tokens of one optimizer step, and the value that decides them; null where unknown.</summary>
    public static TokenCount? PerStep(CheckedConfig config)
    {
        if (Batch(config) is not { } batch) return null;
        var product = batch.Factors.Aggregate(BigInteger.One, (p, factor) => p * factor);
        if (product > long.MaxValue) return null;
        double others = batch.Factors.Skip(1).Aggregate(1.0, (p, factor) => p * factor);
        return new TokenCount((long)product, config.Find(batch.Roles[0])!, others, batch.Formula);
    }

    private static (ConfigValue Steps, BatchFactors Batch, BigInteger Product)? Steps(CheckedConfig config)
    {
        if (config.Count(ConfigRole.MaxSteps) is not { } steps || config.Find(ConfigRole.MaxSteps) is not { } written) return null;
        return Batch(config) is { } batch
            ? (written, batch, batch.Factors.Aggregate(new BigInteger(steps), (product, factor) => product * factor))
            : null;
    }

    private static string? TooMany(CheckedConfig config) => Steps(config) is { } known && known.Product > long.MaxValue
        ? "gives " + Quantity.Scientific(Math.Exp(BigInteger.Log(known.Product))) + " tokens, beyond a 64-bit count"
        : null;

    private static BatchFactors? Batch(CheckedConfig config) => Roles(config) is { } roles ? BatchFactors.Of(config, roles) : null;

    private static ConfigRole[]? Roles(CheckedConfig config)
    {
        if (config.Has(ConfigRole.TokensPerBatch)) return [ConfigRole.TokensPerBatch];
        if (config.Has(ConfigRole.GlobalBatchSequences)) return [ConfigRole.GlobalBatchSequences, ConfigRole.SequenceLength];
        bool isSplit = config.Has(ConfigRole.GradientAccumulationSteps) || config.Has(ConfigRole.WorldSize)
            || config.Has(ConfigRole.DataParallel);
        var perDevice = config.Has(ConfigRole.MicroBatchSequences) ? ConfigRole.MicroBatchSequences : ConfigRole.BatchSequences;
        if (perDevice == ConfigRole.BatchSequences && !isSplit)
        {
            // A bare batch size beside several accelerators may be either; nothing is guessed.
            if (config.Has(ConfigRole.AcceleratorCount) && config.Count(ConfigRole.AcceleratorCount) != 1) return null;
            return [ConfigRole.BatchSequences, ConfigRole.SequenceLength];
        }

        var world = config.Has(ConfigRole.WorldSize) ? ConfigRole.WorldSize : ConfigRole.DataParallel;
        return [perDevice, ConfigRole.GradientAccumulationSteps, world, ConfigRole.SequenceLength];
    }

    // A degree is checked where it is used: as a factor of the tokens it must be a count.
    private static void RefuseDegrees(CheckedConfig config, Action<ConfigRole, string> refuse)
    {
        if (config.Count(ConfigRole.MaxSteps) is null || Roles(config) is not { } roles) return;
        foreach (var role in roles)
        {
            if (config.Find(role) is not { } value) return;
            if (ValueReading.Count(value).Refusal is { } refusal) refuse(role, refusal.Why);
            if (config.Count(role) is null) return;
        }
    }

    private sealed class BatchFactors
    {
        private BatchFactors(long[] factors, string formula, ConfigRole[] roles)
        {
            Factors = factors;
            Formula = formula;
            Roles = roles;
        }

        public long[] Factors { get; }

        public string Formula { get; }

        public ConfigRole[] Roles { get; }

        public static BatchFactors? Of(CheckedConfig config, ConfigRole[] roles)
        {
            var values = new List<long>();
            foreach (var role in roles)
            {
                if (config.Count(role) is not { } value) return null;
                values.Add(value);
            }

            return new BatchFactors(values.ToArray(), string.Join(" x ", roles.Select(role => config.Find(role)!.Name)), roles);
        }
    }
}
