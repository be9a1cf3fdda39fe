namespace ScalingAnalyzers.Fitting;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): a stream a resample, so that the order of work does not
/// matter.</summary>
internal struct RandomDraws
{
    private ulong _state;

    public RandomDraws(ulong seed, int stream)
    {
        _state = seed;
        _state = Next() ^ ((ulong)stream * 0xD1342543DE82EF95UL);
        Next();
    }

    /// <summary>A whole number in [0, count), as good as uniform for counts far below 2^64.</summary>
    public int Below(int count) => (int)System.Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A number in (0, 1).</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) / (1UL << 53);

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() => System.Math.Sqrt(-2 * System.Math.Log(Uniform())) * System.Math.Cos(2 * System.Math.PI * Uniform());

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
