using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Fitting;

/// <summary>Solves small symmetric positive definite systems in place, without allocating.</summary>
internal static class SmallCholesky
{
    /// <summary>Factors the row-major matrix into its lower triangle; false where it is not positive
    /// definite.</summary>
    public static bool Factor(Span<double> matrix, int size)
    {
        ref double first = ref MemoryMarshal.GetReference(matrix[..(size * size)]);
        for (int j = 0; j < size; j++)
        {
            ref double row = ref Unsafe.Add(ref first, j * size);
            double pivot = Unsafe.Add(ref row, j);
            for (int k = 0; k < j; k++) pivot -= Unsafe.Add(ref row, k) * Unsafe.Add(ref row, k);
            if (!(pivot > 0)) return false;
            double root = Math.Sqrt(pivot);
            Unsafe.Add(ref row, j) = root;
            for (int i = j + 1; i < size; i++)
            {
                ref double other = ref Unsafe.Add(ref first, i * size);
                double sum = Unsafe.Add(ref other, j);
                for (int k = 0; k < j; k++) sum -= Unsafe.Add(ref other, k) * Unsafe.Add(ref row, k);
                Unsafe.Add(ref other, j) = sum / root;
            }
        }

        return true;
    }

    /// <summary>Solves with a factor from <see cref="Factor"/>; the right-hand side becomes the solution.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> rightHandSide)
    {
        ref double first = ref MemoryMarshal.GetReference(factor[..(size * size)]);
        ref double right = ref MemoryMarshal.GetReference(rightHandSide[..size]);
        for (int i = 0; i < size; i++)
        {
            ref double row = ref Unsafe.Add(ref first, i * size);
            double sum = Unsafe.Add(ref right, i);
            for (int k = 0; k < i; k++) sum -= Unsafe.Add(ref row, k) * Unsafe.Add(ref right, k);
            Unsafe.Add(ref right, i) = sum / Unsafe.Add(ref row, i);
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = Unsafe.Add(ref right, i);
            for (int k = i + 1; k < size; k++) sum -= Unsafe.Add(ref first, (k * size) + i) * Unsafe.Add(ref right, k);
            Unsafe.Add(ref right, i) = sum / Unsafe.Add(ref first, (i * size) + i);
        }
    }
}
