using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.RunFiles;

/// <summary>From the model keys of a trainer to the config.json that means the same, which Runtime counts.</summary>
internal static class ModelReading
{
    /// <summary>The model of a file; null where it has none or its shape is open, with the reason in the
    /// draft.</summary>
    public static HuggingFaceConfig? Of(RunDraft draft)
    {
        if (draft.Table.Model is not { } table) return null;
        var (type, whyNot) = table.Family(draft.Tree);
        if (type is null || draft.ModelOpen is not null)
        {
            draft.ModelOpen ??= whyNot;
            return null;
        }

        foreach (string key in table.Watched)
        {
            if (draft.Find(key) is not null || draft.Near(key) is not { } near) continue;
            draft.ModelOpen = Slip(key, near);
            return null;
        }

        var fields = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (field, content) in table.Fixed) fields[field] = content;
        if (type.Length > 0) fields["model_type"] = type;
        // Every key is read, also behind one that leaves the shape open: what does not divide needs no other key.
        bool isOpen = false;
        foreach (var key in table.Keys) isOpen |= !Add(draft, key, fields);
        if (isOpen) return null;

        if (table.Complete?.Invoke(draft, fields) is { } open)
        {
            draft.ModelOpen = open;
            return null;
        }

        if (table.VocabularyField is { } rows && !fields.ContainsKey(rows) && !fields.ContainsKey("vocab_size"))
        {
            if (draft.Whole(ConfigRole.VocabularySize) is not { } given)
            {
                draft.ModelOpen = "the vocabulary comes from the tokenizer";
                return null;
            }

            fields[rows] = given;
        }

        return HuggingFaceConfig.Parse(Json(fields, ""));
    }

    private static string Slip(string key, KeyEntry near) => "'" + key + "' is absent, and '" + near.Path + "' in line "
        + near.Line.ToString(CultureInfo.InvariantCulture) + " looks like it";

    private static bool Add(RunDraft draft, ModelKey key, SortedDictionary<string, object> fields)
    {
        object? content = key.Default;
        if (draft.Find(key.Key) is { } entry)
        {
            if (entry.Unknown is { } why)
            {
                draft.ModelOpen ??= "'" + entry.Path + "' is unknown: " + why;
                return false;
            }

            // Written and empty is not written: the default of the trainer holds.
            bool isSet = entry.Content is not null and not -1L;
            content = isSet ? key.Convert is null ? entry.Content : key.Convert(entry.Content) : key.Default;
            if (isSet && content is null)
            {
                draft.ModelOpen ??= "'" + entry.Path + "' is " + Scalars.Show(entry.Content) + ", which is not read";
                return false;
            }

            if (isSet && key.Role != ConfigRole.None) draft.Put(key.Role, entry.Path, content, "", entry);
        }
        else if (draft.Near(key.Key) is { } near)
        {
            draft.ModelOpen ??= Slip(key.Key, near);
            return false;
        }

        if (content is not null && !fields.ContainsKey(key.Field)) fields[key.Field] = content;
        if (!key.IsRequired || fields.ContainsKey(key.Field)) return true;
        draft.ModelOpen ??= "'" + key.Key + "' is not in the file";
        return false;
    }

    private static string Json(IEnumerable<KeyValuePair<string, object>> fields, string prefix)
    {
        var text = new StringBuilder("{");
        var nested = new HashSet<string>(StringComparer.Ordinal);
        var all = fields.ToList();
        foreach (var (path, content) in all)
        {
            string rest = path[prefix.Length..];
            int dot = rest.IndexOf('.', StringComparison.Ordinal);
            string name = dot < 0 ? rest : rest[..dot];
            if (dot >= 0 && !nested.Add(name)) continue;
            if (text.Length > 1) text.Append(',');
            string inside = prefix + name + ".";
            text.Append(JsonSerializer.Serialize(name)).Append(':').Append(dot < 0
                ? Written(content)
                : Json(all.Where(field => field.Key.StartsWith(inside, StringComparison.Ordinal)), inside));
        }

        return text.Append('}').ToString();
    }

    private static string Written(object content) => content is string word ? JsonSerializer.Serialize(word) : Scalars.Show(content);
}
