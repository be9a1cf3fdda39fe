using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Non-negative least squares in three unknowns: every set of unknowns that may be positive is
/// tried.</summary>
internal static class NonNegative
{
    /// <summary>The best solution with no negative part; returns how much of the sum of squares it explains.</summary>
    /// <param name="gram">The 3x3 matrix of inner products, row-major.</param>
    /// <param name="right">Inner products with the observed values.</param>
    /// <param name="constantIsFree">Whether the first unknown is fitted.</param>
    /// <param name="solution">Receives the unknowns.</param>
    public static double Solve(ReadOnlySpan<double> gram, ReadOnlySpan<double> right, bool constantIsFree, Span<double> solution)
    {
        Span<double> matrix = stackalloc double[9], values = stackalloc double[3];
        Span<int> members = stackalloc int[3];
        double best = 0;
        solution.Clear();
        for (int set = constantIsFree ? 7 : 6; set > 0; set--)
        {
            if (!constantIsFree && (set & 1) != 0) continue;
            int size = 0;
            for (int i = 0; i < 3; i++)
            {
                if ((set >> i & 1) != 0) members[size++] = i;
            }

            for (int i = 0; i < size; i++)
            {
                values[i] = right[members[i]];
                for (int j = 0; j < size; j++) matrix[(i * size) + j] = gram[(members[i] * 3) + members[j]];
            }

            if (!SmallCholesky.Factor(matrix, size)) continue;
            SmallCholesky.Solve(matrix, size, values[..size]);
            double explained = 0;
            bool negative = false;
            for (int i = 0; i < size; i++)
            {
                explained += values[i] * right[members[i]];
                negative |= values[i] < 0;
            }

            if (negative || explained <= best) continue;
            best = explained;
            solution.Clear();
            for (int i = 0; i < size; i++) solution[members[i]] = values[i];
            if (set == 7) break;
        }

        return best;
    }
}
