/**
 * Python 3.11's syntax in the notation of `peg.ts`, one rule a line, `invalid_` rules included: they
 * match what people write by mistake, and their actions (`actions.ts`) say what is wrong. Operators
 * and trailers are matched by hand (`operands.ts`).
 */
export const RULES = String.raw`
file: [statements] ENDMARKER
interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE
eval: expressions NEWLINE* ENDMARKER
func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER
fstring: star_expressions
type_expressions: ','.expression+ ',' '*' expression ',' '**' expression | ','.expression+ ',' '*' expression | ','.expression+ ',' '**' expression | '*' expression ',' '**' expression | '*' expression | '**' expression | ','.expression+
statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ [';'] NEWLINE
simple_stmt: assignment | star_expressions | &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' global_stmt
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt
assignment: NAME ':' expression ['=' annotated_rhs] | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs] | (star_targets '=')+ annotated_rhs !'=' | single_target AUGASSIGN ~ annotated_rhs | invalid_assignment
annotated_rhs: yield_expr | star_expressions
return_stmt: 'return' [star_expressions]
raise_stmt: 'raise' expression ['from' expression] | 'raise'
global_stmt: ('global' | 'nonlocal') ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
assert_stmt: 'assert' expression [',' expression]
import_stmt: import_name | import_from
import_name: 'import' ','.dotted_as_name+
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*' | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_name: dotted_name ['as' NAME]
dotted_name: '.'.NAME+
block: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME ['(' [arguments] ')'] ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: invalid_def_raw | 'def' NAME &&'(' [params] ')' ['->' expression] &&':' block | 'async' 'def' NAME &&'(' [params] ')' ['->' expression] &&':' block
params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* [star_etc] | slash_with_default param_with_default* [star_etc] | param_no_default+ param_with_default* [star_etc] | param_with_default+ [star_etc] | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* [kwds] | '*' param_no_default_star_annotation param_maybe_default* [kwds] | '*' ',' param_maybe_default+ [kwds] | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: param ',' -> $0 | param &')' -> $0
param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
param_with_default: param default ',' | param default &')'
param_maybe_default: param default? ',' | param default? &')'
param: NAME [':' expression] -> Arg
param_star_annotation: NAME ':' star_expression
default: '=' expression | invalid_default
if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block [else_block]
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block [else_block]
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block [else_block]
for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' block [else_block] | 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block] | invalid_for_target
with_stmt: invalid_with_stmt_indent | 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block | 'async' 'with' ','.with_item+ ':' block | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block | 'try' &&':' block except_block+ [else_block] [finally_block] | 'try' &&':' block except_star_block+ [else_block] [finally_block]
except_block: invalid_except_stmt_indent | 'except' expression ['as' NAME] ':' block | 'except' ':' block | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ['as' NAME] ':' block | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block
match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: '|'.closed_pattern+ -> Pattern
closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_number '+' NUMBER -> complex | signed_number '-' NUMBER -> complex
signed_number: NUMBER | '-' NUMBER -> $1
capture_pattern: pattern_capture_target
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
wildcard_pattern: "_"
value_pattern: attr !('.' | '(' | '=')
attr: NAME ('.' NAME)+
name_or_attr: NAME ('.' NAME)*
group_pattern: '(' pattern ')'
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: star_pattern | pattern
star_pattern: '*' pattern_capture_target | '*' wildcard_pattern
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}' | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')' | name_or_attr '(' keyword_patterns ','? ')' | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' | invalid_class_pattern
positional_patterns: ','.pattern_span+
pattern_span: pattern -> Pattern
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern
expressions: expression (',' expression)+ [','] -> Tuple | expression ',' -> Tuple | expression
expression: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambdef
expression_without_invalid: disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambdef
yield_expr: 'yield' 'from' expression -> YieldFrom | 'yield' [star_expressions] -> Yield
star_expressions: star_expression (',' star_expression)+ [','] -> tupleMore | star_expression ',' -> tupleOne | star_expression
star_expression: '*' bitwise_or -> starred | expression
star_named_expressions: ','.star_named_expression+ [','] -> $0
star_named_expression: '*' bitwise_or -> starred | named_expression
assignment_expression: NAME ':=' ~ expression -> NamedExpr
named_expression: assignment_expression | invalid_named_expression | expression !':='
slices: slice !',' | ','.(slice | starred_expression)+ [','] -> Tuple
slice: [expression] ':' [expression] [':' [expression]] -> Slice | named_expression
lambdef: 'lambda' [lambda_params] ':' expression -> Lambda
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc] | lambda_slash_with_default lambda_param_with_default* [lambda_star_etc] | lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc] | lambda_param_with_default+ [lambda_star_etc] | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ',' | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds] | '*' ',' lambda_param_maybe_default+ [lambda_kwds] | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: lambda_param ',' -> $0 | lambda_param &':' -> $0
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param default? ',' | lambda_param default? &':'
lambda_param: NAME -> Arg
atom: NAME | 'True' -> keywordConstant | 'False' -> keywordConstant | 'None' -> keywordConstant | &STRING strings | NUMBER -> number | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...' -> keywordConstant
group: '(' (yield_expr | named_expression) ')' -> $1 | invalid_group
strings: STRING+ -> strings
list: '[' [star_named_expressions] ']' -> display
tuple: '(' [star_named_expression ',' [star_named_expressions] -> tupleItems] ')' -> tupleDisplay
set: '{' star_named_expressions '}' -> Set
dict: '{' [double_starred_kvpairs] '}' -> Dict | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ [',']
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction -> $1)* -> asyncClause | 'for' star_targets 'in' ~ disjunction ('if' disjunction -> $1)* -> clause | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' -> ListComp | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' -> SetComp | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=' -> $0) for_if_clauses ')' -> GeneratorExp | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' -> DictComp | invalid_dict_comprehension
arguments: args [','] &')' -> $0 | invalid_arguments
args: ','.(starred_expression | (assignment_expression | expression !':=' -> $0) !'=' -> $0)+ [',' kwargs -> $1] -> argsBoth | kwargs -> argsKeywords
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ -> concat | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: '*' expression -> starred
kwarg_or_starred: invalid_kwarg | NAME '=' expression -> keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression -> keyword | '**' expression -> doubleStar
star_targets: star_target !',' | star_target (',' star_target)* [','] -> Tuple
star_targets_list_seq: ','.star_target+ [',']
star_targets_tuple_seq: star_target (',' star_target)+ [','] | star_target ','
star_target: '*' (!'*' star_target) -> starred | target_with_star_atom
target_with_star_atom: t_primary '.' NAME !t_lookahead -> Attribute | t_primary '[' slices ']' !t_lookahead -> Subscript | star_atom
star_atom: NAME | '(' target_with_star_atom ')' -> $1 | '(' [star_targets_tuple_seq] ')' -> Tuple | '[' [star_targets_list_seq] ']' -> List
single_target: single_subscript_attribute_target | NAME | '(' single_target ')' -> $1
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead -> Attribute | t_primary '[' slices ']' !t_lookahead -> Subscript
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ [',']
del_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' [del_targets] ')' | '[' [del_targets] ']'
# What people write by mistake.
invalid_arguments: args ',' '*' -> unpackingAfterKeywordUnpacking | expression for_if_clauses ',' [args | expression for_if_clauses] -> bareGenerator | NAME '=' expression for_if_clauses -> maybeEqual2 | args for_if_clauses -> generatorAmongArguments | args ',' expression for_if_clauses -> bareGeneratorLast | args ',' args -> positionalAfterKeyword
invalid_kwarg: ('True' | 'False' | 'None') '=' -> assignToKeyword | NAME '=' expression for_if_clauses -> maybeEqual2 | !(NAME '=') expression '=' -> keywordExpression
invalid_legacy_expression: NAME !'(' star_expressions -> legacyStatement
invalid_expression: !(NAME STRING | SOFT_KEYWORD) disjunction expression_quiet -> forgotComma | disjunction 'if' disjunction !('else' | ':') -> missingElse
invalid_named_expression: expression ':=' expression -> walrusTarget | NAME '=' bitwise_or !('=' | ':=') -> maybeEqual2Names | !(list | tuple | genexp | 'True' | 'None' | 'False') bitwise_or '=' bitwise_or !('=' | ':=') -> cannotAssignHere
invalid_assignment: invalid_ann_assign_target ':' expression -> annotateDisplay | star_named_expression ',' (star_named_expressions)* ':' expression -> annotateTuple | expression ':' expression -> annotateIllegal | (star_targets '=')* star_expressions '=' -> assignTarget | (star_targets '=')* yield_expr '=' -> assignYield | star_expressions AUGASSIGN annotated_rhs -> augTarget
invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')' -> $1
invalid_del_stmt: 'del' star_expressions -> delTarget
invalid_block: NEWLINE !INDENT -> expectedBlock
invalid_comprehension: ('[' | '(' | '{') starred_expression for_if_clauses -> starInComprehension | ('[' | '{') star_named_expression ',' star_named_expressions for_if_clauses -> comprehensionTuple | ('[' | '{') star_named_expression ',' for_if_clauses -> comprehensionComma
invalid_dict_comprehension: '{' '**' bitwise_or for_if_clauses '}' -> dictUnpackingInComprehension
invalid_parameters: param_no_default* invalid_parameters_helper param_no_default -> nonDefault | param_no_default* '(' param_no_default+ ','? ')' -> parenthesizedParameters | '/' ',' -> slashFirst | (slash_no_default | slash_with_default) param_maybe_default* '/' -> slashTwice | [slash_no_default | slash_with_default] param_maybe_default* '*' (',' | param_no_default) param_maybe_default* '/' -> slashAfterStar | param_maybe_default+ '/' '*' -> slashStar
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: '=' &(')' | ',') -> missingDefault
invalid_star_etc: '*' (')' | ',' (')' | '**')) -> bareStar | '*' param '=' -> starDefault | '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',') -> starTwice
invalid_kwds: '**' param '=' -> kwdsDefault | '**' param ',' param -> afterKwds | '**' param ',' ('*' | '**' | '/') -> afterKwds
invalid_lambda_parameters: lambda_param_no_default* invalid_lambda_parameters_helper lambda_param_no_default -> nonDefault | lambda_param_no_default* '(' ','.lambda_param+ ','? ')' -> parenthesizedLambda | '/' ',' -> slashFirst | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* '/' -> slashTwice | [lambda_slash_no_default | lambda_slash_with_default] lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* '/' -> slashAfterStar | lambda_param_maybe_default+ '/' '*' -> slashStar
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) -> bareStarHere | '*' lambda_param '=' -> starDefault | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* '*' (lambda_param_no_default | ',') -> starTwice
invalid_lambda_kwds: '**' lambda_param '=' -> kwdsDefault | '**' lambda_param ',' lambda_param -> afterKwds | '**' lambda_param ',' ('*' | '**' | '/') -> afterKwds
invalid_with_item: expression 'as' expression &(',' | ')' | ':') -> withTarget
invalid_for_target: ['async'] 'for' star_expressions -> forTarget
invalid_group: '(' starred_expression ')' -> starGroup | '(' '**' expression ')' -> doubleStarGroup
invalid_import_from_targets: import_from_as_names ',' NEWLINE -> importComma
invalid_with_stmt: ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE -> expectedColon | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE -> expectedColon
invalid_with_stmt_indent: ['async'] 'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT -> blockAfterWith | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT -> blockAfterWith
invalid_try_stmt: 'try' ':' NEWLINE !INDENT -> blockAfterTry | 'try' ':' block !('except' | 'finally') -> expectedExcept | 'try' ':' block* except_block+ 'except' '*' expression ['as' NAME] ':' -> mixedExceptStar | 'try' ':' block* except_star_block+ 'except' [expression ['as' NAME]] ':' -> mixedExcept
invalid_except_stmt: 'except' '*'? expression ',' expressions ['as' NAME] ':' -> exceptTuple | 'except' '*'? expression ['as' NAME] NEWLINE -> expectedColon | 'except' NEWLINE -> expectedColon | 'except' '*' (NEWLINE | ':') -> exceptStarType
invalid_finally_stmt: 'finally' ':' NEWLINE !INDENT -> blockAfterFinally
invalid_except_stmt_indent: 'except' expression ['as' NAME] ':' NEWLINE !INDENT -> blockAfterExcept | 'except' ':' NEWLINE !INDENT -> blockAfterExcept
invalid_except_star_stmt_indent: 'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT -> blockAfterExceptStar
invalid_match_stmt: "match" subject_expr NEWLINE -> expectedColon | "match" subject_expr ':' NEWLINE !INDENT -> blockAfterMatch
invalid_case_block: "case" patterns guard? NEWLINE -> expectedColon | "case" patterns guard? ':' NEWLINE !INDENT -> blockAfterCase
invalid_as_pattern: or_pattern 'as' "_" -> underscoreTarget | or_pattern 'as' !NAME expression -> patternTarget
invalid_class_pattern: name_or_attr '(' invalid_class_argument_pattern -> positionalPatterns
invalid_class_argument_pattern: [positional_patterns ','] keyword_patterns ',' positional_patterns -> lastValue
invalid_if_stmt: 'if' named_expression NEWLINE -> expectedColon | 'if' named_expression ':' NEWLINE !INDENT -> blockAfterIf
invalid_elif_stmt: 'elif' named_expression NEWLINE -> expectedColon | 'elif' named_expression ':' NEWLINE !INDENT -> blockAfterElif
invalid_else_stmt: 'else' ':' NEWLINE !INDENT -> blockAfterElse
invalid_while_stmt: 'while' named_expression NEWLINE -> expectedColon | 'while' named_expression ':' NEWLINE !INDENT -> blockAfterWhile
invalid_for_stmt: ['async'] 'for' star_targets 'in' star_expressions NEWLINE -> expectedColon | ['async'] 'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT -> blockAfterFor
invalid_def_raw: ['async'] 'def' NAME '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT -> blockAfterDef
invalid_class_def_raw: 'class' NAME ['(' [arguments] ')'] NEWLINE -> expectedColon | 'class' NAME ['(' [arguments] ')'] ':' NEWLINE !INDENT -> blockAfterClass
invalid_double_starred_kvpairs: ','.double_starred_kvpair+ ',' invalid_kvpair | expression ':' '*' bitwise_or -> starDictValue | expression ':' &('}' | ',') -> missingDictValue
invalid_kvpair: expression !':' -> missingDictColon | expression ':' '*' bitwise_or -> starDictValue | expression ':' &('}' | ',') -> missingDictValue
`;
