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
        if (constantIsFree && TrySolveAll(gram, right, solution, out double all)) return all;
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
    // All three unknowns positive, which most grids are full of: the steps of SmallCholesky without its loops.
    private static bool TrySolveAll(ReadOnlySpan<double> gram, ReadOnlySpan<double> right, Span<double> solution, out double explained)
    {
        explained = 0;
        if (!(gram[0] > 0)) return false;
        double root0 = Math.Sqrt(gram[0]), l10 = gram[3] / root0, l20 = gram[6] / root0, pivot1 = gram[4] - (l10 * l10);
        if (!(pivot1 > 0)) return false;
        double root1 = Math.Sqrt(pivot1), l21 = (gram[7] - (l20 * l10)) / root1, pivot2 = gram[8] - (l20 * l20) - (l21 * l21);
        if (!(pivot2 > 0)) return false;
        double root2 = Math.Sqrt(pivot2);
        double y0 = right[0] / root0, y1 = (right[1] - (l10 * y0)) / root1, y2 = (right[2] - (l20 * y0) - (l21 * y1)) / root2;
        double x2 = y2 / root2, x1 = (y1 - (l21 * x2)) / root1, x0 = (y0 - (l10 * x1) - (l20 * x2)) / root0;
        if (x0 < 0 || x1 < 0 || x2 < 0) return false;
        explained = (x0 * right[0]) + (x1 * right[1]) + (x2 * right[2]);
        if (!(explained > 0)) return false;
        solution[0] = x0;
        solution[1] = x1;
        solution[2] = x2;
        return true;
    }
}
