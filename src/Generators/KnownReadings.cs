using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>
/// What was read of one compilation. It holds for another that has the same references, options and files, but for
/// files that declare the same and that no reading looked into.
/// </summary>
internal sealed class KnownReadings
{
    private readonly ConcurrentDictionary<(SyntaxNode Type, string Attribute), (ProjectOptions Options, ReadType? Read)> _known = new();
    private readonly WeakReference<Compilation> _compilation;
    private readonly CompilationOptions _options;
    private readonly string? _assembly;
    private readonly MetadataReference[] _references;
    private readonly SyntaxTree[] _trees;

    public KnownReadings(Compilation compilation)
    {
        _compilation = new WeakReference<Compilation>(compilation);
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
        _references = compilation.References.ToArray();
        _trees = compilation.SyntaxTrees.ToArray();
    }

    /// <summary>Where these are equal, the pipeline keeps the former, and with it what was read.</summary>
    public static IEqualityComparer<KnownReadings> Comparer { get; } = new SameForReadings();

    /// <summary>What was read of a type under these options; false where it was not.</summary>
    public bool TryGet(SyntaxNode type, string attribute, ProjectOptions options, out ReadType? read)
    {
        bool isKnown = _known.TryGetValue((type, attribute), out var known) && known.Options == options;
        read = known.Read;
        return isKnown;
    }

    /// <summary>Keeps what was read, if of the compilation itself: what a later one has in files that are not compared
    /// here may have been read too.</summary>
    public void Keep(Compilation compilation, SyntaxNode type, string attribute, ProjectOptions options, ReadType? read)
    {
        if (_compilation.TryGetTarget(out var own) && own == compilation && read is not { Place.Failure.Length: > 0 })
            _known[(type, attribute)] = (options, read);
    }

    private bool HoldsFor(KnownReadings other)
    {
        if (_assembly != other._assembly || _trees.Length != other._trees.Length || !_options.Equals(other._options)
            || !_references.SequenceEqual(other._references)) return false;
        for (int i = 0; i < _trees.Length; i++)
        {
            SyntaxTree one = _trees[i], two = other._trees[i];
            if (one != two && (ReadTrees.IsRead(one) || ReadTrees.IsRead(two) || !Declarations.AreSame(one, two))) return false;
        }

        return true;
    }

    private sealed class SameForReadings : IEqualityComparer<KnownReadings>
    {
        public bool Equals(KnownReadings? one, KnownReadings? two) =>
            ReferenceEquals(one, two) || (one is not null && two is not null && one.HoldsFor(two));

        public int GetHashCode(KnownReadings readings) => readings._trees.Length;
    }
}
