using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Whether the text of a file mentions a word, found without parsing or binding, once a tree.</summary>
internal sealed class Mention
{
    private const int Part = 16_384;

    private readonly string _word;

    // A tree stays when others are edited.
    private readonly ConditionalWeakTable<SyntaxTree, object> _known = new();

    private Mention(string word) => _word = word;

    /// <summary>The attribute of module initialisers; an alias of it mentions it too.</summary>
    public static Mention ModuleInitializer { get; } = new("ModuleInitializer");

    /// <summary>The attribute of configs.</summary>
    public static Mention TrainingConfig { get; } = new("TrainingConfig");

    public bool IsIn(SyntaxTree tree) => (bool)_known.GetValue(tree, t => IsIn(t.GetText()));

    public IEnumerable<SyntaxTree> Among(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            if (IsIn(tree)) yield return tree;
        }
    }

    private object IsIn(SourceText text)
    {
        char[] part = new char[Math.Min(Part, text.Length)];
        for (int start = 0; start + _word.Length <= text.Length; start += Part - _word.Length)
        {
            int length = Math.Min(part.Length, text.Length - start);
            text.CopyTo(start, part, 0, length);
            if (IsIn(part, length)) return true;
        }

        return false;
    }

    // IndexOf looks at many characters at once.
    private bool IsIn(char[] part, int length)
    {
        for (int i = 0; (i = Array.IndexOf(part, _word[0], i, length - i)) >= 0; i++)
        {
            int k = 1;
            while (k < _word.Length && i + k < length && part[i + k] == _word[k]) k++;
            if (k == _word.Length) return true;
        }

        return false;
    }
}
