using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// The weights of one pipeline stage and tensor-parallel rank: shared parameters, routed experts, and Adafactor's rows
/// and columns of both.
/// </summary>
internal struct DeviceShare
{
    public long Shared;
    public long Routed;
    public long SharedFactors;
    public long RoutedFactors;

    public readonly long Total => checked(Shared + Routed);

    public static DeviceShare operator +(DeviceShare a, DeviceShare b) => new()
    {
        Shared = checked(a.Shared + b.Shared),
        Routed = checked(a.Routed + b.Routed),
        SharedFactors = checked(a.SharedFactors + b.SharedFactors),
        RoutedFactors = checked(a.RoutedFactors + b.RoutedFactors),
    };

    public static DeviceShare operator *(DeviceShare a, long times) => new()
    {
        Shared = checked(a.Shared * times),
        Routed = checked(a.Routed * times),
        SharedFactors = checked(a.SharedFactors * times),
        RoutedFactors = checked(a.RoutedFactors * times),
    };
}

/// <summary>
/// Sums a shape's weights as tensor parallelism divides them: column- and row-parallel matrices, the token table by
/// rows, all else on every device (Shoeybi et al. 2019, arXiv:1909.08053, section 3); routed experts over the
/// expert-parallel devices.
/// </summary>
internal struct ShareSink : IWeightSink
{
    private readonly int _tensor;
    private readonly int _experts;
    private readonly List<KindShare> _kinds;
    private DeviceShare _everyLayer;
    public DeviceShare Front;
    public DeviceShare Back;
    public DeviceShare Shared;

    /// <summary>The token table, again for the last stage where it is shared with the output layer.</summary>
    public DeviceShare TokenTable;

    public ShareSink(int tensor, int experts)
        : this()
    {
        _tensor = tensor;
        _experts = experts;
        _kinds = new List<KindShare>();
    }

    public void Take(in Weight weight, in LayerGroup group)
    {
        checked
        {
            bool routed = weight.Place == WeightPlace.RoutedExpert;
            long copies = routed ? CeilingOf(weight.Copies, _experts) : weight.Copies;
            int parts = weight.IsSplit ? Math.Min(_tensor, weight.MostSplits) : 1;
            long one = CeilingOf(weight.Size, parts);

            // The divided side of a matrix depends on its place in the block; assuming the smaller side gives the
            // larger, safe sum.
            long factors = weight.Columns == 1 ? one
                : Math.Max(weight.Rows, weight.Columns) + CeilingOf(Math.Min(weight.Rows, weight.Columns), parts);
            var share = routed
                ? new DeviceShare { Routed = one * copies, RoutedFactors = factors * copies }
                : new DeviceShare { Shared = one * copies, SharedFactors = factors * copies };
            switch (weight.Place)
            {
                case WeightPlace.Front: Front += share; break;
                case WeightPlace.Back: Back += share; break;
                case WeightPlace.Shared: Shared += share * group.Layers; break;
                default: AddToBlock(share, group); break;
            }

            // The token table is the first weight there is.
            if (weight.Use == WeightUse.LookedUp && TokenTable.Shared == 0) TokenTable = share;
        }
    }

    /// <summary>So many layers, the heaviest kinds first.</summary>
    public readonly DeviceShare Heaviest(long layers)
    {
        DeviceShare sum = _everyLayer * layers;
        _kinds.Sort((a, b) => b.Share.Total != a.Share.Total ? b.Share.Total.CompareTo(a.Share.Total) : b.Index.CompareTo(a.Index));
        foreach (KindShare kind in _kinds)
        {
            long taken = Math.Min(layers, kind.Layers);
            sum += kind.Share * taken;
            layers -= taken;
        }

        return sum;
    }

    public static long CeilingOf(long value, long divisor) => (value / divisor) + (value % divisor == 0 ? 0 : 1);

    private void AddToBlock(in DeviceShare share, in LayerGroup group)
    {
        if (group.Index == LayerGroup.All)
        {
            _everyLayer += share;
            return;
        }

        for (int i = 0; i < _kinds.Count; i++)
        {
            if (_kinds[i].Index != group.Index) continue;
            _kinds[i] = new KindShare(group, _kinds[i].Share + share);
            return;
        }

        _kinds.Add(new KindShare(group, share));
    }

    private readonly struct KindShare
    {
        public KindShare(in LayerGroup group, DeviceShare share)
        {
            Index = group.Index;
            Layers = group.Layers;
            Share = share;
        }

        public int Index { get; }

        public long Layers { get; }

        public DeviceShare Share { get; }
    }
}
