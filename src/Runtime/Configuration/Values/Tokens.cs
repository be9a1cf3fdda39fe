using System;
using System.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Training tokens of a config: declared, or steps x batch x sequence, or sequences x length, or unique tokens
/// x epochs.</summary>
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
        var ofSteps = FromSteps(config);
        if (ofSteps is { IsUpperBound: true } or null && WhyOpen(config) is not null) return FromSequences(config);
        return ofSteps ?? FromSequences(config) ?? FromEpochs(config);
    }

    /// <summary>Why the steps give no count though their batch is declared; null where they do, or nothing is
    /// declared.</summary>
    public static string? WhyOpen(CheckedConfig config)
    {
        if (config.Count(ConfigRole.MaxSteps) is null) return null;
        if (StepBatch.Of(config, out string? open) is null) return open;
        return FromSteps(config) is { IsUpperBound: true } most
            ? "'" + config.Find(ConfigRole.BatchRampUp)!.Name + "' lets the batch grow, so that " + most.Formula + " = "
                + Quantity.Format(most.Value) + " tokens is an upper bound"
            : null;
    }

    /// <summary>MaxSteps x the tokens of a step.</summary>
    public static TokenCount? FromSteps(CheckedConfig config)
    {
        if (Steps(config) is not { } known || known.Product > long.MaxValue) return null;
        return new TokenCount((long)known.Product, known.Steps, (double)known.Batch.Tokens, known.Steps.Name + " x " + known.Batch.Formula)
        {
            Assumption = known.Batch.Assumption,
            IsUpperBound = config.Has(ConfigRole.BatchRampUp),
        };
    }

    /// <summary>Sequences of the run x their length.</summary>
    public static TokenCount? FromSequences(CheckedConfig config)
    {
        if (config.Count(ConfigRole.TrainingSequences) is not { } sequences || config.Count(ConfigRole.SequenceLength) is not { } length
            || sequences > long.MaxValue / length) return null;
        var decidedBy = config.Find(ConfigRole.TrainingSequences)!;
        return new TokenCount(sequences * length, decidedBy, length, decidedBy.Name + " x " + config.Find(ConfigRole.SequenceLength)!.Name);
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
    public static TokenCount? PerStep(CheckedConfig config) =>
        StepBatch.Of(config, out _) is { } batch && batch.Tokens <= long.MaxValue
            ? new TokenCount((long)batch.Tokens, batch.DecidedBy, batch.PerUnit, batch.Formula) { Assumption = batch.Assumption }
            : null;

    private static (ConfigValue Steps, StepBatch Batch, BigInteger Product)? Steps(CheckedConfig config)
    {
        if (config.Count(ConfigRole.MaxSteps) is not { } steps || config.Find(ConfigRole.MaxSteps) is not { } written) return null;
        return StepBatch.Of(config, out _) is { } batch ? (written, batch, batch.Tokens * steps) : null;
    }

    private static string? TooMany(CheckedConfig config) => Steps(config) is { } known && known.Product > long.MaxValue
        ? "gives " + Quantity.Scientific(Math.Exp(BigInteger.Log(known.Product))) + " tokens, beyond a 64-bit count"
        : null;

    // A degree is checked where it is used: as a factor of the tokens it must be a count.
    private static void RefuseDegrees(CheckedConfig config, Action<ConfigRole, string> refuse)
    {
        if (config.Count(ConfigRole.MaxSteps) is null) return;
        foreach (var role in StepBatch.RolesOf(config))
        {
            if (config.Find(role) is not { } value) continue;
            if (ValueReading.Count(value).Refusal is { } refusal) refuse(role, refusal.Why);
        }
    }
}
