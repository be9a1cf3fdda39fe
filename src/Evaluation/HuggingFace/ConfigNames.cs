using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>An item with a class in ScalingConfigs.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Index">Its place among the items of the file.</param>
/// <param name="Wanted">The identifier that its name, folder or file makes.</param>
/// <param name="IsDeclared">Whether the item names itself.</param>
internal sealed record WantedName(string Path, int Index, string Wanted, bool IsDeclared)
{
    /// <summary>Its place among the runs of the item's section; 0 where it is the only one.</summary>
    public int Element { get; init; }

    /// <summary>What the name is for.</summary>
    public (string Path, int Index, int Element) Key => (Path, Index, Element);
}

/// <summary>The classes of ScalingConfig items: names converted to identifiers, each used once.</summary>
internal static class ConfigNames
{
    /// <summary>The class around those of all items.</summary>
    public const string Container = "ScalingConfigs";

    // A class may not be called as its container, nor as a constant in it.
    private static readonly HashSet<string> Reserved =
        new(ConstantCatalog.All.Select(row => row.Name), StringComparer.Ordinal) { Container };

    /// <summary>The requested name of an item: its own name, else the folder of a config.json, else the file.</summary>
    public static WantedName Of(string path, int index, ScalingConfigItem item) => item.Name is { } own
        ? new(path, index, SyntaxFacts.IsValidIdentifier(own) ? Free(own) : Identifier(own), IsDeclared: true)
        : new(path, index, Identifier(FromPath(path)), IsDeclared: false);

    /// <summary>
    /// The requested name of a run of a section: the item's own name, else the last part of the section and the
    /// environment of the file; in a list followed by the element.
    /// </summary>
    public static WantedName Of(string path, int index, ScalingConfigItem item, OptionsSection section, int element)
    {
        string name = item.Name is null ? Identifier(LastOf(item.Section ?? "") + "-" + EnvironmentOf(path)) : Of(path, index, item).Wanted;
        if (section.Suffix is { } suffix) name += "_" + Identifier(suffix).TrimStart('_');
        return new(path, index, Free(name), IsDeclared: item.Name is not null) { Element = element };
    }

    /// <summary>The requested names of all runs of a file's items.</summary>
    public static IEnumerable<WantedName> Of(string path, IReadOnlyList<ScalingConfigItem> items, Func<OptionsFile?> file)
    {
        OptionsFile? read = null;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Section is not { } section)
            {
                yield return Of(path, i, items[i]);
                continue;
            }

            read ??= file();
            int element = 0;
            foreach (var one in read?.Sections(section) ?? []) yield return Of(path, i, items[i], one, element++);
        }
    }

    /// <summary>
    /// Assigns each item a unique name: first the items with an explicit name, then by path and place; later duplicates
    /// get a number.
    /// </summary>
    public static IReadOnlyDictionary<(string Path, int Index, int Element), string> Given(IEnumerable<WantedName> wanted)
    {
        var given = new Dictionary<(string, int, int), string>();
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in wanted.OrderBy(w => !w.IsDeclared)
            .ThenBy(w => w.Path.Replace('\\', '/'), StringComparer.Ordinal)
            .ThenBy(w => w.Index).ThenBy(w => w.Element))
        {
            string name = item.Wanted;
            if (!next.TryGetValue(name, out int number)) number = 2;
            for (; !taken.Add(name); next[item.Wanted] = ++number)
                name = item.Wanted + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            given[item.Key] = name;
        }

        return given;
    }

    /// <summary>
    /// Non-letters split words, words are capitalised, numbers stay apart and a leading digit gets an underscore:
    /// "qwen3-8b" becomes Qwen3_8B, not Qwen38B.
    /// </summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        bool startsWord = true, isSplit = false;
        foreach (char c in name)
        {
            bool isDigit = c is >= '0' and <= '9';
            if (char.IsLetter(c)) text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            else if (isDigit)
            {
                if (isSplit && text.Length > 0 && char.IsDigit(text[text.Length - 1])) text.Append('_');
                text.Append(c);
            }

            startsWord = !char.IsLetter(c);
            isSplit = startsWord && !isDigit;
        }

        if (text.Length == 0) return "Config";
        if (char.IsDigit(text[0])) text.Insert(0, '_');
        return Free(text.ToString());
    }

    /// <summary>A name that no constant in the class has.</summary>
    public static string Free(string identifier) => Reserved.Contains(identifier) ? identifier + "_" : identifier;

    /// <summary>The project's namespace, each part converted to an identifier; empty where there is none.</summary>
    public static string Namespace(string? rootNamespace) => string.Join(".", (rootNamespace ?? "")
        .Split('.')
        .Where(part => part.Length > 0)
        .Select(part => new string(part.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_').ToArray()))
        .Select(part => char.IsDigit(part[0]) ? "_" + part : part));

    /// <summary>The same, by the options of the project.</summary>
    public static string Namespace(AnalyzerConfigOptions project)
    {
        project.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        return Namespace(rootNamespace);
    }

    private static string LastOf(string section)
    {
        string[] parts = section.Split(new[] { ':' }, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "" : parts[parts.Length - 1];
    }

    // appsettings.Production.json is of the environment Production.
    private static string EnvironmentOf(string path)
    {
        string[] parts = path.Split('/', '\\');
        string[] names = parts[parts.Length - 1].Split('.');
        return names.Length > 2 ? names[names.Length - 2] : "";
    }

    private static string FromPath(string path)
    {
        string[] parts = path.Split('/', '\\');
        string file = parts[parts.Length - 1];
        string name = file.LastIndexOf('.') is > 0 and var dot ? file.Substring(0, dot) : file;
        return string.Equals(name, "config", StringComparison.OrdinalIgnoreCase) && parts.Length > 1 ? parts[parts.Length - 2] : name;
    }
}
