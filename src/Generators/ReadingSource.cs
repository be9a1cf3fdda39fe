using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>
/// What configs are read from: a compilation, under the options of its project. What was read of it holds for another
/// that has the same references, options and files, but for files that declare the same and that no reading looked
/// into.
/// </summary>
internal sealed class ReadingSource
{
    // Nothing of the compiler's is kept alive between two runs.
    private readonly WeakReference<Compilation> _compilation;
    private readonly WeakReference<SemanticModel?> _last = new(null);
    private readonly CompilationOptions _options;
    private readonly string? _assembly;
    private readonly MetadataReference[] _references;
    private readonly SyntaxTree[] _trees;

    public ReadingSource(Compilation compilation, ProjectOptions options)
    {
        _compilation = new WeakReference<Compilation>(compilation);
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
        _references = compilation.References.ToArray();
        _trees = compilation.SyntaxTrees.ToArray();
        Options = options;
    }

    /// <summary>Where these are equal, the pipeline keeps the former, and with it what was read.</summary>
    public static IEqualityComparer<ReadingSource> Comparer { get; } = new SameForReadings();

    /// <summary>The options.</summary>
    public ProjectOptions Options { get; }

    /// <summary>The model of a file, one for the configs in it, which follow each other. Null where the compilation is
    /// gone or has no such file: a new one asks again.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree)
    {
        if (_last.TryGetTarget(out var last) && last?.SyntaxTree == tree) return last;
        if (!_compilation.TryGetTarget(out var compilation) || !compilation.ContainsSyntaxTree(tree)) return null;
        var model = compilation.GetSemanticModel(tree);
        _last.SetTarget(model);
        return model;
    }

    private bool HoldsFor(ReadingSource other)
    {
        if (Options != other.Options || _assembly != other._assembly || _trees.Length != other._trees.Length
            || !_options.Equals(other._options) || !_references.SequenceEqual(other._references)) return false;
        for (int i = 0; i < _trees.Length; i++)
        {
            SyntaxTree one = _trees[i], two = other._trees[i];
            if (one != two && (ReadTrees.IsRead(one) || ReadTrees.IsRead(two) || !Declarations.AreSame(one, two))) return false;
        }

        return true;
    }

    private sealed class SameForReadings : IEqualityComparer<ReadingSource>
    {
        public bool Equals(ReadingSource? one, ReadingSource? two) =>
            ReferenceEquals(one, two) || (one is not null && two is not null && one.HoldsFor(two));

        public int GetHashCode(ReadingSource source) => source._trees.Length;
    }
}
