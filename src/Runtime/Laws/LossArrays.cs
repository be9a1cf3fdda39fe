#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Laws;

/// <summary>Any loss law over arrays, one pair at a time: the default for a law without a vector kernel.</summary>
internal static class LossArrays
{
    public static void Pairs(ILossLaw law, ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        RequireEqual(parameters.Length, tokens.Length);
        RequireRoom(destination.Length, parameters.Length);
        for (int i = 0; i < parameters.Length; i++) destination[i] = law.Loss(parameters[i], tokens[i]);
    }

    public static void Grid(ILossLaw law, ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        RequireRoom(destination.Length, (long)parameters.Length * tokens.Length);
        for (int i = 0; i < parameters.Length; i++)
        {
            for (int j = 0; j < tokens.Length; j++) destination[(i * tokens.Length) + j] = law.Loss(parameters[i], tokens[j]);
        }
    }

    public static void RequireEqual(int parameters, int tokens)
    {
        if (parameters != tokens)
            throw new ArgumentException($"parameters has {parameters} values and tokens {tokens}; they go in pairs.", nameof(tokens));
    }

    public static void RequireRoom(int room, long needed, string name = "destination")
    {
        if (room < needed) throw new ArgumentException($"{name} has room for {room} values; {needed} are needed.", name);
    }

    /// <summary>
    /// Rejects a destination that begins inside a source, because it would be overwritten before it is read. Identical
    /// memory is allowed.
    /// </summary>
    public static void RequireApart(ReadOnlySpan<double> source, ReadOnlySpan<double> destination, string name = "destination")
    {
        if (source.Overlaps(destination, out int offset) && offset != 0)
        {
            throw new ArgumentException($"{name} overlaps a source, {offset} values in; give the same memory or memory apart.", name);
        }
    }
}
#endif
