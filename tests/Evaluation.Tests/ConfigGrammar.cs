using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Random config classes, the same for the same seed: a base and a class of members of many forms over expressions of
/// C#'s own arithmetic, with statics that read later ones, setters that compute, overrides, and constructors that
/// assign twice.
/// </summary>
internal sealed class ConfigGrammar
{
    private static readonly string[] Types = ["int", "long", "double", "decimal", "float", "uint", "bool"];
    private readonly Random _random;
    private readonly List<Member> _members = [];
    private int _locals;

    public ConfigGrammar(int seed) => _random = new Random(seed);

    private enum Form
    {
        StaticField,
        StaticProperty,
        StaticGetter,
        StaticBlock,
        InitProperty,
        Field,
        Getter,
        Virtual,
        Assigned,
        Wrapped,
        VirtualStored,
    }

    /// <summary>Classes `C{seed}B` and `C{seed}` whose members M0, M1, ... are each written from those before, or from
    /// later statics.</summary>
    public string Class(string name, int members)
    {
        int inBase = members / 3;
        string below = Part(name + "B", "", 0, inBase);
        return below + "\n" + Part(name, " : " + name + "B", inBase, members);
    }

    private string Part(string name, string bases, int from, int to)
    {
        for (int i = from; i < to; i++)
            _members.Add(new("M" + i.ToString(CultureInfo.InvariantCulture), Types[_random.Next(Types.Length)], (Form)_random.Next(11), i));
        var body = new StringBuilder();
        var constructor = new StringBuilder();
        foreach (var member in _members.Where(m => m.Index >= from).ToList()) Write(member, body, constructor);
        foreach (var member in _members.Where(m => m.Index < from && m.Form is Form.Virtual or Form.VirtualStored && _random.Next(2) == 0)
            .ToList())
        {
            string head = member.Form == Form.Virtual ? "=> " : "{ get; set; } = ";
            string value = Expression(member.Type, 2, member.Index, member.Form == Form.VirtualStored);
            body.AppendLine($"public override {member.Type} {member.Name} {head}{value};");
        }

        foreach (var member in _members.Where(m => m.Form is Form.Assigned or Form.Wrapped or Form.VirtualStored && _random.Next(3) == 0)
            .ToList()) Assign(member, constructor);
        return $$"""
            public class {{name}}{{bases}}
            {
                static long F(long a, int b = 3) => a + b;
                {{body}}
                public {{name}}()
                {
                    {{constructor}}
                }
            }
            """;
    }

    private void Write(Member member, StringBuilder body, StringBuilder constructor)
    {
        var (name, type, form, index) = member;
        string value = Expression(type, 3, index, member.IsStatic || form is Form.InitProperty or Form.Field or Form.VirtualStored);
        body.AppendLine(form switch
        {
            Form.StaticField => $"public static readonly {type} {name} = {value};",
            Form.StaticProperty => $"public static {type} {name} {{ get; }} = {value};",
            Form.StaticGetter => $"public static {type} {name} => {value};",
            Form.StaticBlock => $$"""
                public static {{type}} {{name}}
                {
                    get
                    {
                        return {{value}};
                    }
                }
                """,
            Form.InitProperty => $"public {type} {name} {{ get; init; }} = {value};",
            Form.Field => $"public readonly {type} {name} = {value};",
            Form.Getter => $"public {type} {name} => {value};",
            Form.Virtual => $"public virtual {type} {name} => {value};",
            Form.Wrapped => $$"""
                private {{type}} f{{name}} = {{Literal(type)}};
                public {{type}} {{name}}
                {
                    get => f{{name}};
                    set => f{{name}} = {{(type == "bool" ? "!value" : Choose("value", "value + 1", "value / 2"))}};
                }
                """,
            Form.VirtualStored => $"public virtual {type} {name} {{ get; set; }} = {value};",
            _ => $"public {type} {name} {{ get; set; }}",
        });
        if (form is Form.Assigned or Form.Wrapped) Assign(member, constructor);
    }

    // Often through a local, which keeps the earlier values of the members.
    private void Assign(Member member, StringBuilder constructor)
    {
        string value = Expression(member.Type, 2, member.Index, false);
        string local = "l" + (_locals++).ToString(CultureInfo.InvariantCulture);
        constructor.AppendLine(_random.Next(3) == 0
            ? $"{member.Type} {local} = {value}; {Again(member.Index)}{member.Name} = {local};"
            : $"{member.Name} = {value};");
    }

    private string Again(int before)
    {
        var others = _members.Where(m => m.Form == Form.Assigned && m.Index < before).ToList();
        return others.Count == 0 ? "" : others[_random.Next(others.Count)] is var other ? $"{other.Name} = {Literal(other.Type)}; " : "";
    }

    // Only stored statics may be read before they are written: getters that read each other would never end.
    private List<Member> Known(string type, int before, bool staticOnly) => _members
        .Where(
            m => m.Type == type && (m.Index < before
                ? m.IsStatic || !staticOnly
                : m.Index > before && m.Form is Form.StaticField or Form.StaticProperty && m.Index > before && _random.Next(4) == 0))
        .ToList();

    private sealed record Member(string Name, string Type, Form Form, int Index)
    {
        public bool IsStatic => Form is Form.StaticField or Form.StaticProperty or Form.StaticGetter or Form.StaticBlock;
    }

    private string Expression(string type, int depth, int before, bool staticOnly)
    {
        var known = Known(type, before, staticOnly);
        if (depth == 0 || _random.Next(5) == 0)
            return known.Count > 0 && _random.Next(2) == 0 ? known[_random.Next(known.Count)].Name : Literal(type);
        string E(string t) => Expression(t, depth - 1, before, staticOnly);
        return type switch
        {
            "bool" => _random.Next(4) switch
            {
                0 => $"({E("int")} < {E("int")})",
                1 => $"({E("double")} >= {E("double")})",
                2 => $"({E("bool")} && {E("bool")} || !{E("bool")})",
                _ => $"({E("long")} == {E("long")})",
            },
            "int" => Choose(
                $"({E(type)} {Operator(true)} {E(type)})", $"({E("bool")} ? {E(type)} : {E(type)})", $"(int){E("double")}",
                $"({E(type)} {Shift()} {_random.Next(6)})",
                $"Math.Max({E(type)}, {E(type)})", $"(-{E(type)})", $"(~{E(type)})",
                $"({E("int")} switch {{ 1 => {E(type)}, > 10 and < 100 => {E(type)}, _ => {E(type)} }})",
                $"unchecked({E(type)} * {E(type)})"),
            "long" => Choose(
                $"({E(type)} {Operator(true)} {E(type)})", $"({E("int")} * {E(type)})", $"(long){E("double")}", $"(long){E("decimal")}",
                $"Math.Min({E(type)}, {E(type)})",
                $"checked({E(type)} + {E(type)})", $"((long?){E(type)} ?? 7L)", $"(long)Math.Pow(10, {_random.Next(12)})", $"F({E(type)})",
                $"F(b: {E("int")}, a: {E(type)})", $"((int?){E("int")} ?? {E(type)})"),
            "double" => Choose(
                $"({E(type)} {Operator(false)} {E(type)})", $"({E("int")} / {E(type)})", $"Math.Sqrt({E(type)})",
                $"Math.Pow({E(type)}, {_random.Next(4)})", $"Math.Round({E(type)})",
                $"Math.Abs({E(type)})", $"(double){E("long")}", $"(double){E("decimal")}", $"({E("float")} + {E(type)})",
                $"Math.Floor({E(type)} * 10)", $"Math.Log({E(type)})"),
            "decimal" => Choose($"({E(type)} {Operator(true)} {E(type)})", $"(decimal){E("int")}", $"({E(type)} + {E("long")})",
                $"Math.Ceiling({E(type)})", $"({E("bool")} ? {E(type)} : {E(type)})"),
            "float" => Choose($"({E(type)} {Operator(false)} {E(type)})", $"(float){E("double")}", $"(float){E("int")}",
                $"({E("long")} * {E(type)})"),
            _ => Choose($"({E(type)} {Operator(true)} {E(type)})", $"(uint){E("int")}", $"({E(type)} & {E(type)})",
                $"({E("bool")} ? {E(type)} : {E(type)})"),
        };
    }

    private string Literal(string type) => type switch
    {
        "bool" => _random.Next(2) == 0 ? "true" : "false",
        "int" => _random.Next(-20, 1000).ToString(CultureInfo.InvariantCulture),
        "long" => Choose("1_000_000_000L", _random.Next(1, 100).ToString(CultureInfo.InvariantCulture) + "L", "70_000_000_000", "0xFFL"),
        "double" => Choose("1e9", "0.5", "1.4e12", _random.NextDouble().ToString("R", CultureInfo.InvariantCulture), "3"),
        "decimal" => Choose("1.4m", "15m", "0.001m"),
        "float" => Choose("1.5f", "3e5f", "0.1f"),
        _ => _random.Next(1, 50).ToString(CultureInfo.InvariantCulture) + "u",
    };

    private string Operator(bool whole) => whole ? Choose("+", "-", "*", "/", "%", "+", "*") : Choose("+", "-", "*", "/");

    private string Shift() => Choose("<<", ">>");

    private string Choose(params string[] options) => options[_random.Next(options.Length)];
}
