using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The tokens of one optimizer step as a product of what a config declares, in the words of its trainer; or why the
/// product stays open.
/// </summary>
internal sealed class StepBatch
{
    // 1.07B tokens a step; published runs reach 0.13B (MiniMax-01).
    private const long MostTokensOfStep = 1L << 30;

    private readonly List<(string Text, long Value)> _factors = new();

    private StepBatch(ConfigValue decidedBy) => DecidedBy = decidedBy;

    /// <summary>The value that an edit of the batch would change, the first factor.</summary>
    public ConfigValue DecidedBy { get; }

    /// <summary>"GlobalBatchSize x SequenceLength".</summary>
    public string Formula => string.Join(" x ", _factors.Select(factor => factor.Text));

    /// <summary>What the product takes for granted; empty where it is certain.</summary>
    public string Assumption { get; private set; } = "";

    /// <summary>The exact product.</summary>
    public BigInteger Tokens => _factors.Aggregate(BigInteger.One, (product, factor) => product * factor.Value);

    /// <summary>Tokens for one unit of the deciding value.</summary>
    public double PerUnit => _factors.Skip(1).Aggregate(1.0, (product, factor) => product * factor.Value);

    /// <summary>The batch; null where a factor is unknown, with the reason where two readings are possible.</summary>
    public static StepBatch? Of(CheckedConfig config, out string? open)
    {
        open = null;
        if (config.Has(ConfigRole.TokensPerBatch)) return OfTokens(config, out open);
        if (config.Has(ConfigRole.GlobalBatchSequences)) return OfGlobal(config, out open);
        if (config.Has(ConfigRole.MicroBatchSequences)) return OfRanks(config, ConfigRole.MicroBatchSequences, out open);
        return config.Has(ConfigRole.BatchSequences) ? OfPlain(config, out open) : null;
    }

    /// <summary>Whether so many sequences a step are more tokens than any run has.</summary>
    public static bool IsBeyondAllRuns(long sequences, long length) => (BigInteger)sequences * length > MostTokensOfStep;

    /// <summary>The roles that are factors of the product, for a check that each is a count.</summary>
    public static IEnumerable<ConfigRole> RolesOf(CheckedConfig config)
    {
        var batch = Batches.FirstOrDefault(config.Has);
        if (batch == ConfigRole.None) return [];
        if (batch == ConfigRole.TokensPerBatch) return [batch];
        return batch == ConfigRole.GlobalBatchSequences
            ? [batch, ConfigRole.SequenceLength]
            : [batch, ConfigRole.GradientAccumulationSteps, ConfigRole.WorldSize, ConfigRole.DataParallel, ConfigRole.SequenceLength];
    }

    private static ConfigRole[] Batches { get; } =
    [
        ConfigRole.TokensPerBatch, ConfigRole.GlobalBatchSequences, ConfigRole.MicroBatchSequences, ConfigRole.BatchSequences,
    ];

    private static StepBatch? OfTokens(CheckedConfig config, out string? open)
    {
        open = null;
        string name = config.Find(ConfigRole.TokensPerBatch)!.Name;
        if (PlainName.Comparer.Equals(name, "total_batch_size") && !config.Trainer.Has("nanochat"))
        {
            open = "'" + name + "' may count tokens, as in nanochat, or sequences, as in model cards";
            return null;
        }

        return Start(config, ConfigRole.TokensPerBatch);
    }

    private static StepBatch? OfGlobal(CheckedConfig config, out string? open)
    {
        open = null;
        var unit = config.Trainer.IsKnown ? config.Trainer.GlobalBatch : BatchUnit.Sequences;
        string name = config.Find(ConfigRole.GlobalBatchSequences)!.Name;
        if (unit == BatchUnit.Tokens) return Start(config, ConfigRole.GlobalBatchSequences);
        bool isBeyond = !config.Trainer.IsKnown && config.Count(ConfigRole.GlobalBatchSequences) is { } batch
            && config.Count(ConfigRole.SequenceLength) is { } length && IsBeyondAllRuns(batch, length);
        if (unit is null || isBeyond)
        {
            open = "'" + name + "' may count sequences, as in Megatron-LM, or tokens, as in OLMo-core"
                + (isBeyond ? "; as sequences it is beyond all runs" : "");
            return null;
        }

        return Start(config, ConfigRole.GlobalBatchSequences)?.Times(config, ConfigRole.SequenceLength);
    }

    // A batch size without its unit.
    private static StepBatch? OfPlain(CheckedConfig config, out string? open)
    {
        open = null;
        var value = config.Find(ConfigRole.BatchSequences)!;
        bool isSplit = config.Has(ConfigRole.GradientAccumulationSteps);
        bool isOneRank = DataParallelDegree.Of(config) is { Ranks: 1 };
        if (config.Trainer.PlainBatch == PlainBatchKind.Global)
            return isSplit ? null : Start(config, ConfigRole.BatchSequences)?.Times(config, ConfigRole.SequenceLength);
        if (config.Trainer.PlainBatch == PlainBatchKind.PerRank)
        {
            if (!isSplit || config.Trainer.Accumulation == AccumulationKind.PerRank || isOneRank)
                return OfRanks(config, ConfigRole.BatchSequences, out open);
            if (config.Trainer.Accumulation == AccumulationKind.TotalOverRanks) return OverAllRanks(config);
        }
        else if (!isSplit)
        {
            if (isOneRank || !DataParallelDegree.IsDeclared(config))
                return Start(config, ConfigRole.BatchSequences)?.Times(config, ConfigRole.SequenceLength);
            open = "'" + value.Name + "' may be the batch of one device, as in torchtitan, or of all, as in levanter";
            return null;
        }
        else if (isOneRank)
        {
            return OfRanks(config, ConfigRole.BatchSequences, out open);
        }

        string steps = config.Find(ConfigRole.GradientAccumulationSteps)!.Name;
        open = "'" + steps + "' may count the passes of each device, as in Hugging Face, or of all together, as in nanoGPT";
        return null;
    }

    // Batch of a rank x accumulation x ranks x sequence.
    private static StepBatch? OfRanks(CheckedConfig config, ConfigRole batch, out string? open)
    {
        open = DataParallelDegree.WhyOpen(config);
        var product = Start(config, batch);
        if (config.Has(ConfigRole.GradientAccumulationSteps)) product = product?.Times(config, ConfigRole.GradientAccumulationSteps);
        else if (!config.Trainer.AccumulatesOnce) return null;
        if (DataParallelDegree.Of(config) is not { } ranks) return null;
        return product?.Times(ranks.Formula, ranks.Ranks, ranks.Assumption).Times(config, ConfigRole.SequenceLength);
    }

    private static StepBatch? OverAllRanks(CheckedConfig config) =>
        Start(config, ConfigRole.BatchSequences)?.Times(config, ConfigRole.GradientAccumulationSteps)
            ?.Times(config, ConfigRole.SequenceLength);

    private static StepBatch? Start(CheckedConfig config, ConfigRole role) => new StepBatch(config.Find(role)!).Times(config, role);

    private StepBatch? Times(CheckedConfig config, ConfigRole role)
    {
        if (config.Count(role) is not { } value) return null;
        _factors.Add((config.Find(role)!.Name, value));
        return this;
    }

    private StepBatch Times(string text, long value, string assumption)
    {
        _factors.Add((text.IndexOf(" / ", System.StringComparison.Ordinal) < 0 ? text : "(" + text + ")", value));
        Assumption = assumption;
        return this;
    }
}
