using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The two ends of many values, from which the percentiles at both tails come: of 1,000 values 26 at each,
/// kept in order as they come.</summary>
internal readonly struct Ends
{
    private readonly int _last;
    private readonly double _tail;
    private readonly double[] _lowest;
    private readonly double[] _highest;

    /// <summary>Of no value yet.</summary>
    /// <param name="count">How many values will come.</param>
    /// <param name="tail">The share of each tail.</param>
    public Ends(int count, double tail)
    {
        _last = count - 1;
        _tail = tail;
        _lowest = Filled((int)(tail * _last) + 2, double.PositiveInfinity);
        _highest = Filled(_last - (int)((1 - tail) * _last) + 1, double.NegativeInfinity);
    }

    /// <summary>Takes the next value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double value)
    {
        if (value < _lowest[_lowest.Length - 1]) AddLow(value);
        if (value > _highest[_highest.Length - 1]) AddHigh(value);
    }

    /// <summary>The percentiles, interpolated linearly between order statistics.</summary>
    public Interval Between()
    {
        int low = (int)(_tail * _last), high = (int)((1 - _tail) * _last);
        return new(
            Between((_tail * _last) - low, _lowest[low], _lowest[low + 1]),
            Between(((1 - _tail) * _last) - high, _highest[_last - high], _highest[_last - high - 1]));
    }

    private static double Between(double share, double below, double above) => below + (share * (above - below));

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) values[i] = value;
        return values;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void AddLow(double value)
    {
        int place = _lowest.Length - 1;
        for (; place > 0 && _lowest[place - 1] > value; place--) _lowest[place] = _lowest[place - 1];
        _lowest[place] = value;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void AddHigh(double value)
    {
        int place = _highest.Length - 1;
        for (; place > 0 && _highest[place - 1] < value; place--) _highest[place] = _highest[place - 1];
        _highest[place] = value;
    }
}
