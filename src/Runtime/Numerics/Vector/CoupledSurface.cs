#if NET8_0_OR_GREATER
using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Numerics;

/// <summary>The coupled surface over arrays, made ready once.</summary>
internal sealed class CoupledSurface
{
    private readonly double _level;
    private readonly PowerLaw _outer;
    private readonly PowerLaw _parameters;
    private readonly PowerLaw _tokens;
    private readonly CoupledTables? _tables;

    public CoupledSurface(CoupledLaw law)
    {
        _level = law.Level;
        _outer = new PowerLaw(1, law.Coupling);
        _parameters = new PowerLaw(law.Parameters.Coefficient, -law.Parameters.Exponent);
        _tokens = new PowerLaw(law.Tokens.Coefficient, -law.Tokens.Exponent);
        _tables = CoupledTables.Of(_outer, _parameters, _tokens);
    }

    public unsafe void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads,
        InstructionPath path)
    {
        if (!ParallelBlocks.Pays(parameters.Length, threads))
        {
            CoupledLossKernel.Pairs(_level, _outer, _parameters, _tokens, _tables, parameters, tokens, destination, path);
            return;
        }

        fixed (double* n = parameters, d = tokens, loss = destination)
        {
            nint pn = (nint)n, pd = (nint)d, pl = (nint)loss;
            ParallelBlocks.Run(parameters.Length, ParallelBlocks.WorthIt / 2, (start, count) => CoupledLossKernel.Pairs(
                _level, _outer, _parameters, _tokens, _tables, LossSurface.At(pn, start, count), LossSurface.At(pd, start, count),
                LossSurface.At(pl, start, count), path));
        }
    }

    // A row stays in cache for the outer power.
    public unsafe void Grid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads,
        InstructionPath path)
    {
        double[] rows = new double[parameters.Length], columns = new double[tokens.Length];
        PowerLawKernel.Evaluate(_parameters, parameters, rows, path);
        PowerLawKernel.Evaluate(_tokens, tokens, columns, path);
        int width = columns.Length;
        if (!ParallelBlocks.Pays((long)rows.Length * width, threads))
        {
            for (int i = 0; i < rows.Length; i++) Row(rows[i], columns, destination.Slice(i * width, width), path);
            return;
        }

        fixed (double* loss = destination)
        {
            nint pl = (nint)loss;
            ParallelBlocks.Run(rows.Length, 1, (start, count) =>
            {
                for (int i = start; i < start + count; i++) Row(rows[i], columns, LossSurface.At(pl, i * width, width), path);
            });
        }
    }

    private void Row(double row, ReadOnlySpan<double> columns, Span<double> line, InstructionPath path)
    {
        OuterSum.Fill(0, new ReadOnlySpan<double>(in row), columns, line, path);
        PowerLawKernel.Evaluate(_outer, line, line, path);
        OuterSum.Fill(_level, [0], line, line, path);
    }
}
#endif
