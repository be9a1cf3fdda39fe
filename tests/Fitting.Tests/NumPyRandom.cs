namespace ScalingAnalyzers.Tests;

/// <summary>numpy.random.seed(n) and numpy.random.choice as NumPy 1 draws them: the Mersenne Twister of Matsumoto and
/// Nishimura 1998, an index below a bound by masking and rejection.</summary>
internal sealed class NumPyRandom
{
    private const int Length = 624;
    private const int Middle = 397;
    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    public NumPyRandom(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Length; i++) _state[i] = (1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
    }

    /// <summary>An index from 0 to below a bound of at most 256.</summary>
    public int Below(int bound)
    {
        uint mask = (uint)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bound) - 1;
        while (true)
        {
            uint drawn = Next() & mask;
            if (drawn < bound) return (int)drawn;
        }
    }

    private uint Next()
    {
        if (_next == Length) Refill();
        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Refill()
    {
        for (int i = 0; i < Length; i++)
        {
            uint y = (_state[i] & 0x80000000) | (_state[(i + 1) % Length] & 0x7fffffff);
            _state[i] = _state[(i + Middle) % Length] ^ (y >> 1) ^ ((y & 1) * 0x9908b0df);
        }

        _next = 0;
    }
}
