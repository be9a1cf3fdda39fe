using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Solves small symmetric positive definite systems in place, without allocating.</summary>
internal static class SmallCholesky
{
    /// <summary>Factors the row-major matrix into its lower triangle; false where it is not positive
    /// definite.</summary>
    public static bool Factor(Span<double> matrix, int size)
    {
        for (int j = 0; j < size; j++)
        {
            double pivot = matrix[(j * size) + j];
            for (int k = 0; k < j; k++) pivot -= matrix[(j * size) + k] * matrix[(j * size) + k];
            if (!(pivot > 0)) return false;
            double root = Math.Sqrt(pivot);
            matrix[(j * size) + j] = root;
            for (int i = j + 1; i < size; i++)
            {
                double sum = matrix[(i * size) + j];
                for (int k = 0; k < j; k++) sum -= matrix[(i * size) + k] * matrix[(j * size) + k];
                matrix[(i * size) + j] = sum / root;
            }
        }

        return true;
    }

    /// <summary>Solves with a factor from <see cref="Factor"/>; the right-hand side becomes the solution.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> rightHandSide)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = rightHandSide[i];
            for (int k = 0; k < i; k++) sum -= factor[(i * size) + k] * rightHandSide[k];
            rightHandSide[i] = sum / factor[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = rightHandSide[i];
            for (int k = i + 1; k < size; k++) sum -= factor[(k * size) + i] * rightHandSide[k];
            rightHandSide[i] = sum / factor[(i * size) + i];
        }
    }
}
