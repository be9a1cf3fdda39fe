using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Which of a, b, e, alpha, beta are free, and which share one value.</summary>
internal sealed class FreeParameters
{
    // For each of the five, the index of its free parameter, or -1 where it is fixed.
    private readonly int[] _slots;

    private FreeParameters(int[] slots, int count)
    {
        _slots = slots;
        Count = count;
    }

    public int Count { get; }

    public bool IsIrreducibleFree => _slots[2] >= 0;

    public bool ExponentsAreShared => _slots[3] == _slots[4] && _slots[3] >= 0;

    public static FreeParameters Of(bool fixedIrreducible, bool sharedExponent)
    {
        int next = 2;
        int e = fixedIrreducible ? -1 : next++;
        int alpha = next++;
        int beta = sharedExponent ? alpha : next++;
        return new FreeParameters([0, 1, e, alpha, beta], next);
    }

    /// <summary>The free parameter of one of the five; -1 where it is fixed.</summary>
    public int SlotOf(int parameter) => _slots[parameter];

    /// <summary>The same with one of the five fixed at its value (both exponents where they are shared).</summary>
    public FreeParameters Holding(int parameter)
    {
        int held = _slots[parameter];
        int[] slots = [.. _slots];
        for (int i = 0; i < 5; i++) slots[i] = slots[i] == held ? -1 : slots[i] > held ? slots[i] - 1 : slots[i];
        return new FreeParameters(slots, Count - 1);
    }

    /// <summary>The gradient and the Hessian (row-major, both triangles) in the free parameters.</summary>
    public void Reduce(ReadOnlySpan<double> results, Span<double> gradient, Span<double> hessian)
    {
        gradient[..Count].Clear();
        hessian[..(Count * Count)].Clear();
        int k = 6;
        for (int i = 0; i < 5; i++)
        {
            int row = _slots[i];
            if (row >= 0) gradient[row] += results[1 + i];
            for (int j = i; j < 5; j++, k++)
            {
                int column = _slots[j];
                if (row < 0 || column < 0) continue;
                hessian[(row * Count) + column] += results[k];
                if (i != j) hessian[(column * Count) + row] += results[k];
            }
        }
    }

    /// <summary>target = source + scale * step, in all five.</summary>
    public void Step(ReadOnlySpan<double> source, ReadOnlySpan<double> step, double scale, Span<double> target)
    {
        for (int i = 0; i < 5; i++) target[i] = source[i] + (_slots[i] < 0 ? 0 : scale * step[_slots[i]]);
    }

    /// <summary>Sets both exponents to their mean where they are shared.</summary>
    public void Settle(Span<double> theta)
    {
        if (ExponentsAreShared) theta[3] = theta[4] = (theta[3] + theta[4]) / 2;
    }
}
