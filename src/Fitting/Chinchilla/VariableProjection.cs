using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>
/// Starts for a descent: on a grid of exponents the rest of the law is linear, so E, A and B follow by non-negative
/// least squares on L (Golub and Pereyra 1973, "The differentiation of pseudo-inverses and nonlinear least squares
/// problems").
/// </summary>
internal static class VariableProjection
{
    // From 0.04 to 1.95, a third apart: the observed range for language models, with a margin.
    private const int Nodes = 15;
    private const double First = 0.04;
    private const double Ratio = 1.32;

    /// <summary>The best node, and the best one at least three nodes away from it, as theta; the second may be empty of
    /// sense on bad data.</summary>
    public static void FindStarts(
        SurfaceData data, FreeParameters free, double logIrreducible, Span<double> best, Span<double> second, InstructionPath path)
    {
        if (path == InstructionPath.Vector512) FindStarts<Lanes512>(data, free, logIrreducible, best, second);
        else if (path == InstructionPath.Vector256) FindStarts<Lanes256>(data, free, logIrreducible, best, second);
        else if (path == InstructionPath.Vector128) FindStarts<Lanes128>(data, free, logIrreducible, best, second);
        else FindStarts<Lanes64>(data, free, logIrreducible, best, second);
    }

    private static double Node(int i) => First * Math.Pow(Ratio, i);

    private static void FindStarts<T>(SurfaceData data, FreeParameters free, double logIrreducible, Span<double> best, Span<double> second)
        where T : struct, ILanes<T>
    {
        int room = data.PaddedCount;
        double[] columns = new double[(2 * Nodes * room) + room];
        var observed = columns.AsSpan(2 * Nodes * room, room);
        double shift = free.IsIrreducibleFree ? 0 : Math.Exp(logIrreducible);
        for (int i = 0; i < room; i++) observed[i] = data.Losses[i] - shift;
        for (int k = 0; k < Nodes; k++)
        {
            FillColumn<T>(data.LogParameters, -Node(k), Column(columns, k, room));
            FillColumn<T>(data.LogTokens, -Node(k), Column(columns, Nodes + k, room));
        }

        // Sums of each column alone, once.
        Span<double> sums = stackalloc double[2 * Nodes], squares = stackalloc double[2 * Nodes], withLoss = stackalloc double[2 * Nodes];
        var weights = data.Weights;
        double ones = WeightedSum(weights, observed, 0, out double lossSum, out double lossSquares);
        for (int k = 0; k < 2 * Nodes; k++)
        {
            var column = Column(columns, k, room);
            sums[k] = Dot<T>(weights, column, default, false);
            squares[k] = Dot<T>(weights, column, column, true);
            withLoss[k] = Dot<T>(weights, column, observed, true);
        }

        Span<double> misfits = stackalloc double[Nodes * Nodes];
        Span<double> gram = stackalloc double[9], right = stackalloc double[3], solution = stackalloc double[3];
        int bestNode = -1;
        for (int pass = 0; pass < 2; pass++)
        {
            int found = -1;
            for (int node = 0; node < Nodes * Nodes; node++)
            {
                int i = node / Nodes, j = node % Nodes;
                if (free.ExponentsAreShared && i != j) continue;
                if (pass == 0)
                {
                    Project(i, Nodes + j, columns, room, weights, sums, squares, withLoss, ones, lossSum, gram, right);
                    misfits[node] = lossSquares - NonNegative.Solve(gram, right, free.IsIrreducibleFree, solution);
                }
                else if (Math.Abs(i - (bestNode / Nodes)) < 3 && Math.Abs(j - (bestNode % Nodes)) < 3)
                {
                    continue;
                }

                if (found < 0 || misfits[node] < misfits[found]) found = node;
            }

            if (pass == 0) bestNode = found;
            Project(found / Nodes, Nodes + (found % Nodes), columns, room, weights, sums, squares, withLoss, ones, lossSum, gram, right);
            NonNegative.Solve(gram, right, free.IsIrreducibleFree, solution);
            ToTheta(solution, Node(found / Nodes), Node(found % Nodes), lossSum / ones, free.IsIrreducibleFree ? null : logIrreducible,
                pass == 0 ? best : second);
        }

        void Project(
            int n, int d, double[] all, int length, double[] w, ReadOnlySpan<double> sum, ReadOnlySpan<double> square,
            ReadOnlySpan<double> loss,
            double one, double ofLoss, Span<double> matrix, Span<double> side)
        {
            double cross = Dot<T>(w, Column(all, n, length), Column(all, d, length), true);
            ReadOnlySpan<double> values = [one, sum[n], sum[d], sum[n], square[n], cross, sum[d], cross, square[d]];
            values.CopyTo(matrix);
            side[0] = ofLoss;
            side[1] = loss[n];
            side[2] = loss[d];
        }
    }

    // A term that vanished starts at a thousandth of the loss, so that a descent can find it again.
    private static void ToTheta(
        ReadOnlySpan<double> linear, double alpha, double beta, double typicalLoss, double? logIrreducible, Span<double> theta)
    {
        double least = 1e-3 * typicalLoss;
        theta[0] = Math.Log(Math.Max(linear[1], least));
        theta[1] = Math.Log(Math.Max(linear[2], least));
        theta[2] = logIrreducible ?? Math.Log(Math.Max(linear[0], least));
        theta[3] = alpha;
        theta[4] = beta;
    }

    private static Span<double> Column(double[] columns, int k, int room) => columns.AsSpan(k * room, room);

    private static double WeightedSum(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> values, double start, out double sum, out double squares)
    {
        double ones = start;
        sum = squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ones += weights[i];
            sum += weights[i] * values[i];
            squares += weights[i] * values[i] * values[i];
        }

        return ones;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillColumn<T>(ReadOnlySpan<double> logs, double slope, Span<double> column)
        where T : struct, ILanes<T>
    {
        const double Log2E = 1.4426950408889634;
        ref double source = ref MemoryMarshal.GetReference(logs);
        ref double target = ref MemoryMarshal.GetReference(column);
        var factor = T.Of(slope * Log2E);
        for (nuint i = 0; i < (nuint)column.Length; i += (nuint)T.Count)
            T.Store(Exponential.Exp2<T>(factor * T.Load(ref source, i)), ref target, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot<T>(ReadOnlySpan<double> weights, ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool both)
        where T : struct, ILanes<T>
    {
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double a = ref MemoryMarshal.GetReference(first);
        ref double b = ref MemoryMarshal.GetReference(both ? second : first);
        T sum = T.Of(0), one = T.Of(1);
        for (nuint i = 0; i < (nuint)first.Length; i += (nuint)T.Count)
        {
            sum = T.MultiplyAdd(T.Load(ref w, i) * T.Load(ref a, i), both ? T.Load(ref b, i) : one, sum);
        }

        return T.Sum(sum);
    }
}
