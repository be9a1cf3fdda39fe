#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>destination[i, j] = constant + (row[i] + column[j]), row-major.</summary>
internal static class OuterSum
{
    public static void Fill(double constant, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, Span<double> destination,
        InstructionPath path, bool pastCaches = false)
    {
        if (path == InstructionPath.Vector512) Fill<Lanes512>(constant, rows, columns, destination, pastCaches);
        else if (path == InstructionPath.Vector256) Fill<Lanes256>(constant, rows, columns, destination, pastCaches);
        else if (path == InstructionPath.Vector128) Fill<Lanes128>(constant, rows, columns, destination, pastCaches);
        else Fill<Lanes64>(constant, rows, columns, destination, pastCaches);
        if (pastCaches) CacheBypass.Finish();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Fill<T>(
        double constant, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, Span<double> destination, bool pastCaches)
        where T : struct, ILanes<T>
    {
        ref double source = ref MemoryMarshal.GetReference(columns);
        var added = T.Of(constant);
        fixed (double* pinned = destination)
        {
            // Memory that is cast from bytes may begin inside a number: no step of a number reaches the width then.
            pastCaches &= (ulong)pinned % sizeof(double) == 0;
            for (int i = 0; i < rows.Length; i++)
            {
                var line = destination.Slice(i * columns.Length, columns.Length);
                ref double target = ref MemoryMarshal.GetReference(line);
                var row = T.Of(rows[i]);
                int j = 0;
                if (pastCaches)
                {
                    int lead = Math.Min(CacheBypass.Lead<T>(pinned + ((long)i * columns.Length)), columns.Length);
                    for (; j < lead; j++) line[j] = constant + (rows[i] + columns[j]);
                    for (; j <= columns.Length - T.Count; j += T.Count)
                        T.Stream(added + (row + T.Load(ref source, (nuint)j)), ref target, (nuint)j);
                }
                else
                {
                    for (; j <= columns.Length - T.Count; j += T.Count)
                        T.Store(added + (row + T.Load(ref source, (nuint)j)), ref target, (nuint)j);
                }

                for (; j < columns.Length; j++) line[j] = constant + (rows[i] + columns[j]);
            }
        }
    }
}
#endif
