using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Checks;

/// <summary>A whole that does not divide into parts.</summary>
/// <param name="Whole">What is divided.</param>
/// <param name="Part">What decides into how many.</param>
/// <param name="Value">The whole.</param>
/// <param name="Into">The number of parts.</param>
/// <param name="Words">What the parts are, and why that matters.</param>
internal sealed record BrokenDivision(ConfigRole Whole, ConfigRole Part, long Value, long Into, string Words);

/// <summary>The numbers of a run that must divide each other, by role; what is not there is not known.</summary>
internal sealed class Divisions
{
    private readonly Dictionary<ConfigRole, long> _values;
    private readonly bool _headSizeIsFree;
    private readonly long? _shards;

    private Divisions(Dictionary<ConfigRole, long> values, bool headSizeIsFree, long? shards)
    {
        _values = values;
        _headSizeIsFree = headSizeIsFree;
        _shards = shards;
    }

    public long? this[ConfigRole role] => _values.TryGetValue(role, out long value) ? value : null;

    public static Divisions Of(ConfigRun run)
    {
        var values = new Dictionary<ConfigRole, long>();
        foreach (var role in Roles)
        {
            if (Whole(run.Config, role) is { } value) values[role] = value;
        }

        // Shards and their replicas each train on sequences of their own.
        long? shards = run.Config.Has(ConfigRole.DataParallelShards) ? DataParallelDegree.Of(run.Config)?.Ranks : null;

        // Where the family reads the dimensions, its values are used: defaults, and separate head sizes.
        if (Readable(run.Shape) is not { } shape)
            return new Divisions(values, run.Family is not null || run.Config.Has(ConfigRole.HeadSize), shards);
        Set(ConfigRole.HiddenSize, shape.HiddenSize);
        Set(ConfigRole.AttentionHeads, shape.Heads);
        Set(ConfigRole.KeyValueHeads, shape.LatentAttention is null ? shape.KeyValueHeads ?? 0 : 0);
        Set(ConfigRole.Layers, shape.Layers);
        Set(ConfigRole.Experts, shape.Experts?.Count ?? 0);
        Set(ConfigRole.FeedForwardSize, shape.FeedForwardSize);
        return new Divisions(values, shape.HeadSize is not null || shape.LatentAttention is not null, shards);

        void Set(ConfigRole role, long value)
        {
            if (value > 0) values[role] = value;
            else values.Remove(role);
        }
    }

    public Divisions With(ConfigRole role, long value) =>
        new(new Dictionary<ConfigRole, long>(_values) { [role] = value }, _headSizeIsFree, _shards);

    /// <summary>Everything that does not divide.</summary>
    public IEnumerable<BrokenDivision> Broken() => All().Where(d => d.Value % d.Into != 0);

    /// <summary>The value nearest to a role's own with which everything divides; null where there is none.</summary>
    public long? Nearest(ConfigRole role, Func<Divisions, bool> accepts)
    {
        if (this[role] is not { } now) return null;
        var known = new HashSet<(ConfigRole, ConfigRole)>(
            Broken().Where(b => b.Part != role && b.Whole != role).Select(b => (b.Whole, b.Part)));
        for (long distance = 1; distance <= Math.Min(now, 4096); distance++)
        {
            foreach (long candidate in new[] { now + distance, now - distance })
            {
                if (candidate < 1 || (role == ConfigRole.TensorParallel && !SplitsMatrices(candidate))) continue;
                var changed = With(role, candidate);
                if (changed.Broken().All(b => known.Contains((b.Whole, b.Part))) && accepts(changed)) return candidate;
            }
        }

        return null;
    }

    // Tensor-parallel devices share the matrices of attention and of the feed-forward by their widths.
    private bool SplitsMatrices(long devices) => (this[ConfigRole.HiddenSize] ?? 0) % devices == 0
        && (this[ConfigRole.FeedForwardSize] ?? 0) % devices == 0;

    /// <summary>
    /// The shape as declared, even where only its divisions make it impossible; null where a dimension is missing or
    /// unreadable.
    /// </summary>
    public static TransformerShape? Readable(FamilyShape? read) => read is null ? null
        : read.Shape ?? (read.Impossible is null ? null : read.Declared);

    private static ConfigRole[] Roles { get; } =
    [
        ConfigRole.HiddenSize, ConfigRole.AttentionHeads, ConfigRole.KeyValueHeads, ConfigRole.Layers, ConfigRole.Experts,
        ConfigRole.FeedForwardSize,
        ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel, ConfigRole.DataParallel,
        ConfigRole.ExpertParallel,
        ConfigRole.AcceleratorCount, ConfigRole.GlobalBatchSequences, ConfigRole.MicroBatchSequences,
    ];

    private static long? Whole(CheckedConfig config, ConfigRole role) =>
        Numbers.ToInteger(config.Find(role)?.Content) is { } value && value > 0 && value <= long.MaxValue ? (long)value : null;

    private IEnumerable<BrokenDivision> All()
    {
        var (heads, tensor) = (this[ConfigRole.AttentionHeads], this[ConfigRole.TensorParallel]);
        if (!_headSizeIsFree && Pair(ConfigRole.HiddenSize, ConfigRole.AttentionHeads) is { } width)
            yield return width with { Words = "heads, and no head size is given" };
        if (Pair(ConfigRole.AttentionHeads, ConfigRole.KeyValueHeads) is { } groups)
            yield return groups with { Words = "key-value groups" };
        if (Pair(ConfigRole.AttentionHeads, ConfigRole.TensorParallel) is { } split)
            yield return split with { Words = "tensor-parallel devices" };

        // Key-value heads are repeated where devices outnumber them.
        if (tensor is { } devices && heads % devices == 0 && this[ConfigRole.KeyValueHeads] is { } keyValue)
        {
            yield return keyValue >= devices
                ? new(ConfigRole.KeyValueHeads, ConfigRole.TensorParallel, keyValue, devices, "tensor-parallel devices")
                : new(ConfigRole.TensorParallel, ConfigRole.TensorParallel, devices, keyValue,
                    "key-value heads, each repeated on as many devices");
        }

        if (Pair(ConfigRole.Layers, ConfigRole.PipelineParallel) is { } stages) yield return stages with { Words = "pipeline stages" };
        if (Pair(ConfigRole.Experts, ConfigRole.ExpertParallel) is { } experts)
            yield return experts with { Words = "expert-parallel devices" };
        if (Pair(ConfigRole.DataParallel, ConfigRole.ExpertParallel) is { } inner)
            yield return inner with { Words = "expert-parallel devices, which are taken from the data-parallel ones" };
        if (this[ConfigRole.AcceleratorCount] is { } count && OneCopy() is { } copy)
            yield return new(ConfigRole.AcceleratorCount, copy.Last, count, copy.Devices, "devices of one copy of the parallel plan");
        if (this[ConfigRole.GlobalBatchSequences] is { } batch && this[ConfigRole.MicroBatchSequences] is { } micro)
        {
            long replicas = this[ConfigRole.DataParallel] ?? _shards ?? 1;
            if (micro <= long.MaxValue / replicas)
                yield return new(ConfigRole.GlobalBatchSequences, ConfigRole.MicroBatchSequences, batch, micro * replicas,
                    replicas == 1 ? "sequences of a micro-batch" : "sequences of a micro-batch on every data-parallel device");
        }
    }

    private BrokenDivision? Pair(ConfigRole whole, ConfigRole part) =>
        this[whole] is { } value && this[part] is { } into ? new BrokenDivision(whole, part, value, into, "") : null;

    private static ConfigRole[] Degrees { get; } =
        [ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel, ConfigRole.DataParallel];

    private (ConfigRole Last, long Devices)? OneCopy()
    {
        (ConfigRole, long)? copy = null;
        long devices = 1;
        foreach (var role in Degrees)
        {
            if (this[role] is not { } degree) continue;
            if (degree > long.MaxValue / devices) return null;
            devices *= degree;
            copy = (role, devices);
        }

        return copy;
    }
}
